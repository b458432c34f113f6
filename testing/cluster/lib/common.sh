# Shared by the scripts of the test cluster; sourced, never run. docs/test-cluster.md tells how it all fits together.
#
# One cluster is one folder, $root/N, and N decides everything that two clusters must not share: ports, bridge, subnet,
# cgroup. Making the folder is what takes the number, so several starts at once never meet.
# Written for the bash 3.2 of macOS too, where the `api` level runs.

set -euo pipefail
cluster=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=${PILOTHOUSE_CLUSTERS:-/tmp/pilothouse-clusters-$(id -u)}
version=$(awk '$1 == "k8s.io/kubernetes" || $2 == "k8s.io/kubernetes" { sub(/.*v/, ""); print $1; exit }' \
  "$cluster/modules/kubernetes/go.mod")

# Exit codes that callers tell apart.
readonly missing_programs=3 missing_node_parts=4

say() { echo "test cluster: $*" >&2; }
die() { local code=$1; shift; say "$*"; exit "$code"; }

# When process $1 was started, in whatever unit; tells a process from a later one with the same number.
# Says nothing where there is no such process, or only its zombie.
born() {
  local stat
  if [ -d /proc/self ]; then
    { stat=$(<"/proc/$1/stat"); } 2>/dev/null || return 0
    # The name in parentheses may hold anything; what follows are plain words: state, then 18 more, then the time.
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    [ "$1" = Z ] || echo "${20}"
  else
    ps -o lstart= -p "$1" 2>/dev/null || true
  fi
}

# Runs "$@" in the background as NAME ($1) of the cluster in $dir: own process group, log and pid file of that name.
launch() {
  local name=$1; shift
  set -m
  "$@" >>"$dir/log/$name.log" 2>&1 </dev/null &
  set +m
  remember "$name" $!
}
remember() { echo "$2 $(born "$2")" >"$dir/pid/$1"; }

# The pid of NAME ($1) of the cluster in $dir, where that process still runs.
pid_of() {
  local pid when
  [ -f "$dir/pid/$1" ] || return 1
  read -r pid when <"$dir/pid/$1" || return 1
  [ -n "$when" ] && [ "$(born "$pid")" = "$when" ] && echo "$pid"
}

# Ends NAME ($1) with signal $2 (TERM unless told), at last with KILL.
end() {
  local pid tries=0
  if pid=$(pid_of "$1"); then
    kill "-${2:-TERM}" "$pid" 2>/dev/null || true
    while pid_of "$1" >/dev/null; do
      tries=$((tries + 1))
      [ $tries -ne 100 ] || kill -KILL "$pid" 2>/dev/null || true
      sleep 0.1
    done
  fi
  rm -f "$dir/pid/$1"
}

# Waits for command "$@" to succeed, at most $1 tenths of a second, while NAME ($2) runs.
await() {
  local tenths=$1 name=$2; shift 2
  while ! "$@" >/dev/null 2>&1; do
    tenths=$((tenths - 1))
    if [ $tenths -lt 0 ] || ! pid_of "$name" >/dev/null; then
      tail -n 20 "$dir/log/$name.log" >&2
      die 1 "$name did not come up; its last lines are above"
    fi
    sleep 0.1
  done
}

# Whether anything of the cluster in $1 lives. A folder just made counts: its `start` may not have written a pid yet.
lives() {
  local dir=$1 file
  [ -n "$(find "$dir" -maxdepth 0 -newermt '-5 seconds' 2>/dev/null)" ] && return 0
  for file in "$dir"/pid/*; do
    [ -e "$file" ] && pid_of "${file##*/}" >/dev/null && return 0
  done
  return 1
}

# Whether the cluster in $1 belongs to a process (a test run) that is gone.
orphaned() {
  local pid when
  [ -f "$1/owner" ] || return 1
  read -r pid when <"$1/owner"
  [ "$(born "$pid")" != "$when" ]
}

# Runs the commands given with stop's own clean-up for every cluster that nobody owns any more.
sweep() {
  local dir
  for dir in "$root"/[0-9]*; do
    [ -d "$dir" ] || continue
    if orphaned "$dir" || ! lives "$dir"; then
      say "removing what a killed run left in $dir"
      "$cluster/stop" "$dir" || say "could not remove all of $dir"
    fi
  done
}

# The state root, private to this user: /tmp is everybody's.
make_root() {
  mkdir -p -m 700 "$root"
  [ -O "$root" ] && [ ! -L "$root" ] || die 1 "$root belongs to somebody else; set PILOTHOUSE_CLUSTERS to another folder"
}

# Reads the cluster's settings (level, slot, ports, addresses, programs) into variables.
read_settings() { dir=$1; . "$dir/settings"; }
