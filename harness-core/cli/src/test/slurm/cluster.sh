#!/usr/bin/env bash
# Starts or stops a Slurm cluster of two nodes with one processor each on this machine, for tests.
#   cluster.sh install          installs Slurm (Debian; as root)
#   cluster.sh start DIR        starts it with all its files in DIR; prints the environment to use
#   cluster.sh node DIR N       starts node N (1 or 2) again
#   cluster.sh controller DIR   starts the controller again
#   cluster.sh stop DIR         stops it
#   cluster.sh check DIR        starts it, runs a command on both nodes and stops it
# Runs as root, since Slurm starts tasks as their users.
set -euo pipefail

start_munge() {
  pgrep -x munged >/dev/null && return
  if [ ! -s /etc/munge/munge.key ]; then
    head -c 1024 /dev/urandom >/etc/munge/munge.key
    chown munge: /etc/munge/munge.key
    chmod 400 /etc/munge/munge.key
  fi
  mkdir -p /run/munge /var/lib/munge /var/log/munge
  chown munge: /run/munge /var/lib/munge /var/log/munge
  chmod 755 /run/munge
  runuser -u munge -- /usr/sbin/munged
}

configure() {
  local dir=$1 host
  host=$(hostname -s)
  mkdir -p "$dir/state" "$dir/spool1" "$dir/spool2"
  cat >"$dir/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${SLURM_TEST_PORT:-16817}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=cred_expire=10
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
SwitchType=switch/none
SchedulerParameters=bf_interval=2,sched_interval=2
SlurmdTimeout=20
KillWait=20
MinJobAge=300
OverTimeLimit=0
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool-%n
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd-%n.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd-%n.log
JobCompType=jobcomp/none
AccountingStorageType=accounting_storage/none
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((${SLURM_TEST_PORT:-16817} + 184)) CPUs=1 RealMemory=4000
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((${SLURM_TEST_PORT:-16817} + 185)) CPUs=1 RealMemory=4000
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
CONF
}

command=${1:?a command}
case $command in
  install)
    command -v slurmctld >/dev/null && command -v slurmd >/dev/null && exit 0
    timeout 120 apt-get update
    DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y --no-install-recommends \
      slurmctld slurmd slurm-client munge
    ;;
  start)
    dir=$(realpath -m "${2:?a folder}")
    start_munge
    configure "$dir"
    export SLURM_CONF=$dir/slurm.conf
    slurmctld
    slurmd -N n1
    slurmd -N n2
    for _ in $(seq 60); do
      [ "$(sinfo --noheader --format=%T --Node 2>/dev/null | grep -c idle)" = 2 ] && break
      sleep 1
    done
    sinfo --Node
    echo "export SLURM_CONF=$SLURM_CONF"
    ;;
  node)
    export SLURM_CONF=$(realpath "${2:?a folder}")/slurm.conf
    slurmd -N "n${3:?1 or 2}"
    ;;
  controller)
    export SLURM_CONF=$(realpath "${2:?a folder}")/slurm.conf
    slurmctld
    ;;
  stop)
    dir=$(realpath "${2:?a folder}")
    for pid in "$dir"/slurmd-n1.pid "$dir"/slurmd-n2.pid "$dir"/slurmctld.pid; do
      if [ -s "$pid" ]; then kill -9 "$(cat "$pid")" 2>/dev/null || true; fi
    done
    # What still runs of their tasks.
    pkill -9 -f "slurmstepd.*$dir" 2>/dev/null || true
    ;;
  check)
    dir=$(realpath -m "${2:?a folder}")
    status=0
    "$0" start "$dir"
    SLURM_CONF=$dir/slurm.conf timeout 60 srun --nodes=2 hostname || status=$?
    "$0" stop "$dir"
    exit "$status"
    ;;
  *)
    echo "found '$command', expected install, start, node, controller, stop or check" >&2
    exit 2
    ;;
esac
