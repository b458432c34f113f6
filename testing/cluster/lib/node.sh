# containerd, the kubelet and metrics-server of the cluster in $dir: a node that really runs pods. Sourced.
#
# Everything a node leaves on a machine carries the cluster's number: bridge ph$slot, subnet 10.88.$slot.0/24, cgroup
# pilothouse-$slot. So several nodes live side by side, and each is removed without touching another.

image=test.local/busybox:1

cni_folder() { local d; for d in /usr/lib/cni /opt/cni/bin /usr/libexec/cni; do [ ! -x "$d/bridge" ] || { echo "$d"; return; }; done; }
static_busybox() { type -P busybox || true; }

# Ends with one line that says what a node lacks on this machine.
check_node_parts() {
  local lacking="" part
  [ "$(uname -s)" = Linux ] || die $missing_node_parts "pods run on Linux only; the api level runs here"
  [ "$(id -u)" = 0 ] || die $missing_node_parts "a node needs root: run the tests as root, or leave the node tests out"
  for part in containerd ctr runc ip iptables; do command -v $part >/dev/null || lacking="$lacking $part"; done
  [ -n "$(cni_folder)" ] || lacking="$lacking CNI-plugins"
  # The image is made of this file alone, so it must need no libraries.
  if [ -z "$(static_busybox)" ] || ldd "$(static_busybox)" >/dev/null 2>&1; then lacking="$lacking static-busybox"; fi
  [ -z "$lacking" ] || die $missing_node_parts "a node lacks${lacking}: testing/setup installs them"
}

# An image of the machine's static busybox, made by hand: no registry is asked. It is the sandbox image as well.
make_image() (
  work=$dir/image
  mkdir -p "$work"/root/{bin,tmp,etc,var/log,home}
  cd "$work"
  chmod 1777 root/tmp
  cp "$(static_busybox)" root/bin/busybox
  for applet in $(root/bin/busybox --list | grep -vx busybox); do ln -s busybox "root/bin/$applet"; done
  printf 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n' >root/etc/passwd
  tar --owner=0 --group=0 -C root -cf layer.tar .
  case $(uname -m) in x86_64) arch=amd64 ;; aarch64) arch=arm64 ;; *) arch=$(uname -m) ;; esac
  cat >config.json <<EOF
{"architecture": "$arch", "os": "linux", "config": {"Env": ["PATH=/bin"], "Cmd": ["/bin/sleep", "2147483647"]},
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$(sha256sum layer.tar | cut -d' ' -f1)"]}}
EOF
  echo "[{\"Config\": \"config.json\", \"RepoTags\": [\"$image\"], \"Layers\": [\"layer.tar\"]}]" >manifest.json
  tar -cf image.tar manifest.json config.json layer.tar
  containers images import image.tar >/dev/null
  cd "$dir" && rm -rf image
)

containers() { ctr -a "$dir/containerd.sock" -n k8s.io "$@"; }

start_containerd() {
  mkdir -p "$dir/cni"
  cat >"$dir/cni/10-test.conflist" <<EOF
{"cniVersion": "0.4.0", "name": "pilothouse-$slot", "plugins": [{"type": "bridge", "bridge": "$bridge", "isGateway": true,
 "ipMasq": false, "hairpinMode": true, "ipam": {"type": "host-local", "dataDir": "$dir/cni-addresses",
 "ranges": [[{"subnet": "$subnet.0/24", "rangeStart": "$subnet.10", "gateway": "$node_ip"}]],
 "routes": [{"dst": "0.0.0.0/0"}]}}]}
EOF
  # restrict_oom_score_adj: a machine that is itself a container may not lower scores, and every sandbox would fail.
  cat >"$dir/containerd.toml" <<EOF
version = 2
root = "$dir/containerd/root"
state = "$dir/containerd/state"
[grpc]
  address = "$dir/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  restrict_oom_score_adj = true
  sandbox_image = "$image"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "$(cni_folder)"
    conf_dir = "$dir/cni"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false
EOF
  launch containerd containerd -c "$dir/containerd.toml"
  await 300 containerd ctr -a "$dir/containerd.sock" version
}

# The cgroup under which this cluster's pods live, in each hierarchy that there is (one with cgroup v2).
make_cgroups() {
  local h
  if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
    for h in $(cat /sys/fs/cgroup/cgroup.controllers); do
      echo "+$h" >/sys/fs/cgroup/cgroup.subtree_control 2>/dev/null || true
    done
    mkdir -p "/sys/fs/cgroup/$cgroup"
  else
    for h in /sys/fs/cgroup/*/; do
      [ -L "${h%/}" ] || [ ! -e "$h/cgroup.procs" ] || mkdir -p "$h$cgroup"
      # A cpuset takes no process before it is told which processors it may use.
      [ ! -e "$h$cgroup/cpuset.cpus" ] || cat "$h/cpuset.cpus" >"$h$cgroup/cpuset.cpus"
      [ ! -e "$h$cgroup/cpuset.mems" ] || cat "$h/cpuset.mems" >"$h$cgroup/cpuset.mems"
    done
  fi
}

start_node() {
  # Pods reach their gateway, and the API server the kubelet, at an address of this machine that is not loopback.
  ip link add "$bridge" type bridge
  ip addr add "$node_ip/24" dev "$bridge"
  ip link set "$bridge" up
  sysctl -qw net.ipv4.ip_forward=1 2>/dev/null || say "forwarding could not be switched on: pods will not reach out"
  start_containerd
  make_image
  make_cgroups
  kubeconfig "$dir/kubelet.conf" kubelet
  cat >"$dir/kubelet.yaml" <<EOF
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: "$dir/pki/ca.crt"}}
authorization: {mode: AlwaysAllow}
address: $node_ip
healthzPort: 0
containerRuntimeEndpoint: "unix://$dir/containerd.sock"
cgroupDriver: cgroupfs
cgroupRoot: /$cgroup
enforceNodeAllocatable: []
failCgroupV1: false
failSwapOn: false
makeIPTablesUtilChains: false
podLogsDir: /var/log/pilothouse-$slot
resolvConf: /etc/resolv.conf
clusterDomain: cluster.local
imageGCHighThresholdPercent: 100
evictionHard: {memory.available: 50Mi, nodefs.available: "1%", imagefs.available: "1%", nodefs.inodesFree: "1%"}
maxPods: 60
EOF
  launch kubelet "$programs/kubelet" --config "$dir/kubelet.yaml" --kubeconfig "$dir/kubelet.conf" \
    --hostname-override node-1 --node-ip "$node_ip" --root-dir "$dir/kubelet" --cert-dir "$dir/kubelet-pki"
}

# metrics-server, joined by the aggregator. An EndpointSlice by hand stands in for the kube-proxy that is not there.
start_metrics() {
  launch metrics "$programs/metrics-server" --kubeconfig "$dir/kubeconfig" \
    --authentication-kubeconfig "$dir/kubeconfig" --authorization-kubeconfig "$dir/kubeconfig" \
    --bind-address "$node_ip" --secure-port "$metrics_port" --cert-dir "$dir/metrics-pki" --metric-resolution 15s \
    --kubelet-insecure-tls --kubelet-preferred-address-types InternalIP \
    --requestheader-client-ca-file "$dir/pki/ca.crt" --requestheader-allowed-names front-proxy
  kubectl apply -f - >/dev/null <<EOF
apiVersion: v1
kind: Service
metadata: {name: metrics-server, namespace: kube-system}
spec: {ports: [{port: 443, targetPort: $metrics_port, name: https}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: metrics-server-1
  namespace: kube-system
  labels: {kubernetes.io/service-name: metrics-server}
addressType: IPv4
ports: [{name: https, port: $metrics_port, protocol: TCP}]
endpoints: [{addresses: [$node_ip], conditions: {ready: true}}]
---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1beta1.metrics.k8s.io}
spec:
  group: metrics.k8s.io
  version: v1beta1
  groupPriorityMinimum: 100
  versionPriority: 100
  insecureSkipTLSVerify: true
  service: {name: metrics-server, namespace: kube-system, port: 443}
EOF
}

kubectl() { KUBECONFIG=$dir/kubeconfig "$programs/kubectl" "$@"; }

node_ready() { [ "$(kubectl get node node-1 -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}')" = True ]; }
# Pods are refused until their namespace's service account is there.
account_ready() { kubectl get serviceaccount default -n default; }

await_node() {
  await 1200 kubelet node_ready
  await 300 controllers account_ready
}

# First half of the end, while the API server still runs: no new pods, then none.
stop_node() {
  local task
  end metrics
  end kubelet
  if pid_of containerd >/dev/null; then
    for task in $(containers tasks ls -q 2>/dev/null); do containers tasks rm -f "$task" >/dev/null 2>&1 || true; done
  fi
  end containerd
}

# Second half: what containerd does not take with it, and what a crash may have left. Each step may find nothing.
remove_node() {
  local pid file ns path
  # Shims first, or they restart nothing but hold everything; then whatever still runs in a pod.
  for pid in $(grep -lsa -- "$dir/containerd.sock" /proc/[0-9]*/cmdline | cut -d/ -f3); do
    [ "$pid" = $$ ] || kill -KILL "$pid" 2>/dev/null || true
  done
  for file in $(find /sys/fs/cgroup/"$cgroup" /sys/fs/cgroup/*/"$cgroup" -name cgroup.procs 2>/dev/null); do
    while read -r pid; do kill -KILL "$pid" 2>/dev/null || true; done <"$file" 2>/dev/null || true
  done
  for ns in $(ip -o link show master "$bridge" 2>/dev/null | sed -n 's/.*link-netns \([^ ]*\).*/\1/p'); do
    ip netns del "$ns" 2>/dev/null || true
  done
  ip link del "$bridge" 2>/dev/null || true
  for path in $(awk -v d="$dir/" 'index($2, d) == 1 { print $2 }' /proc/self/mounts | sort -r); do
    umount -l "$path" 2>/dev/null || true
  done
  for path in $(find /sys/fs/cgroup/"$cgroup" /sys/fs/cgroup/*/"$cgroup" -depth -type d 2>/dev/null); do
    rmdir "$path" 2>/dev/null || { sleep 0.2; rmdir "$path" 2>/dev/null || say "the cgroup $path is still busy"; }
  done
  # The kubelet links every log here, wherever the logs are.
  for file in /var/log/containers/*.log; do
    case $(readlink "$file" 2>/dev/null || true) in /var/log/pilothouse-"$slot"/*) rm -f "$file" ;; esac
  done
  rm -rf "/var/log/pilothouse-$slot"
}
