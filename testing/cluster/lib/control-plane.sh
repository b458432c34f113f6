# etcd, kube-apiserver, controllers and scheduler of the cluster in $dir; sourced by `start`, `apiserver` and `keep`.

# A certificate authority, and keys for everybody. Elliptic curves: made in milliseconds.
make_certificates() (
  cd "$dir/pki"
  key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key" 2>/dev/null; }
  # issue NAME SUBJECT EXTENSION
  issue() {
    key "$1"
    openssl req -new -key "$1.key" -subj "$2" -out "$1.csr" 2>/dev/null
    openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 365 -out "$1.crt" \
      -extfile <(echo "$3") 2>/dev/null
    rm "$1.csr"
  }
  umask 077
  key ca
  openssl req -x509 -key ca.key -days 365 -subj /CN=pilothouse-test-ca -out ca.crt 2>/dev/null
  key sa
  openssl pkey -in sa.key -pubout -out sa.pub
  issue apiserver /CN=kube-apiserver 'subjectAltName=IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes.default.svc'
  issue admin /O=system:masters/CN=admin extendedKeyUsage=clientAuth
  issue front-proxy /CN=front-proxy extendedKeyUsage=clientAuth
  cat >tokens.csv <<EOF
$(secret admin),admin,1,"system:masters"
$(secret kubelet),system:node:node-1,2,"system:nodes"
$(secret controllers),system:kube-controller-manager,3
$(secret scheduler),system:kube-scheduler,4
EOF
)

# A token for $1, kept in a file of its own.
secret() { openssl rand -hex 16 | tee "$dir/pki/$1.token"; }

# Writes file $1, a kubeconfig with the token of $2.
kubeconfig() {
  cat >"$1" <<EOF
apiVersion: v1
kind: Config
clusters: [{name: test, cluster: {server: "https://127.0.0.1:$api_port", certificate-authority: "$dir/pki/ca.crt"}}]
users: [{name: $2, user: {token: "$(cat "$dir/pki/$2.token")"}}]
contexts: [{name: test, context: {cluster: test, user: $2}}]
current-context: test
EOF
  chmod 600 "$1"
}

# Not synced to disk: it is thrown away, and a test run must not wear it out.
start_etcd() {
  local client=http://127.0.0.1:$etcd_port peer=http://127.0.0.1:$peer_port
  launch etcd "$programs/etcd" --data-dir "$dir/etcd" --unsafe-no-fsync --quota-backend-bytes 8589934592 \
    --log-level warn --listen-client-urls "$client" --advertise-client-urls "$client" --listen-peer-urls "$peer" \
    --initial-advertise-peer-urls "$peer" --initial-cluster "default=$peer"
}

# Puts what `keep` packed into ARCHIVE ($1) where etcd looks for its data. The one member brings its own address along
# and asks no other for it, so the ports may differ from those that it was packed at.
unpack_etcd() {
  case $1 in
    *.zst) zstd -q -d -c "$1" | tar -x -C "$dir" ;;
    *) gzip -d -c "$1" | tar -x -C "$dir" ;;
  esac
}

# Waits until it answers. Run again after `end apiserver`, it is the same server at the same port.
start_apiserver() {
  local flags
  flags="--enable-admission-plugins=NodeRestriction"
  # Without controllers nobody makes the service accounts that this plug-in insists on.
  [ "$level" = node ] || flags="$flags --disable-admission-plugins=ServiceAccount"
  # shellcheck disable=SC2086
  launch apiserver "$programs/kube-apiserver" --etcd-servers "http://127.0.0.1:$etcd_port" \
    --bind-address 127.0.0.1 --secure-port "$api_port" --advertise-address "$node_ip" --endpoint-reconciler-type none \
    --service-cluster-ip-range 10.96.0.0/16 --authorization-mode Node,RBAC --allow-privileged $flags \
    --tls-cert-file "$dir/pki/apiserver.crt" --tls-private-key-file "$dir/pki/apiserver.key" \
    --client-ca-file "$dir/pki/ca.crt" --token-auth-file "$dir/pki/tokens.csv" \
    --service-account-issuer https://kubernetes.default.svc --service-account-key-file "$dir/pki/sa.pub" \
    --service-account-signing-key-file "$dir/pki/sa.key" \
    --requestheader-client-ca-file "$dir/pki/ca.crt" --requestheader-allowed-names front-proxy \
    --requestheader-username-headers X-Remote-User --requestheader-group-headers X-Remote-Group \
    --requestheader-extra-headers-prefix X-Remote-Extra- --enable-aggregator-routing \
    --proxy-client-cert-file "$dir/pki/front-proxy.crt" --proxy-client-key-file "$dir/pki/front-proxy.key" \
    --kubelet-client-certificate "$dir/pki/admin.crt" --kubelet-client-key "$dir/pki/admin.key" \
    --kubelet-preferred-address-types InternalIP --max-requests-inflight 800 --max-mutating-requests-inflight 400
  [ -f "$dir/kubeconfig" ] || kubeconfig "$dir/kubeconfig" admin
  await 1200 apiserver curl -sf --max-time 5 --cacert "$dir/pki/ca.crt" \
    -H "Authorization: Bearer $(cat "$dir/pki/admin.token")" "https://127.0.0.1:$api_port/readyz"
}

start_controllers() {
  kubeconfig "$dir/controllers.conf" controllers
  kubeconfig "$dir/scheduler.conf" scheduler
  launch controllers "$programs/kube-controller-manager" --kubeconfig "$dir/controllers.conf" \
    --authentication-kubeconfig "$dir/controllers.conf" --authorization-kubeconfig "$dir/controllers.conf" \
    --use-service-account-credentials --service-account-private-key-file "$dir/pki/sa.key" \
    --root-ca-file "$dir/pki/ca.crt" --cluster-signing-cert-file "$dir/pki/ca.crt" \
    --cluster-signing-key-file "$dir/pki/ca.key" --leader-elect=false --secure-port 0 \
    --kube-api-qps 200 --kube-api-burst 400
  launch scheduler "$programs/kube-scheduler" --kubeconfig "$dir/scheduler.conf" --leader-elect=false \
    --secure-port 0 --kube-api-qps 200 --kube-api-burst 400
}
