#!/bin/bash
# A Slurm of one machine, for tests: everything lies in one folder and listens on the loopback alone. It has a munge key of its own,
# two nodes that claim more cores than there are, two partitions of which 'high' preempts 'low', and GPUs and shards that are not there.
#
#   slurm-solo.sh up FOLDER      starts it; export SLURM_CONF=FOLDER/etc/slurm.conf to speak to it
#   slurm-solo.sh down FOLDER    ends its jobs and its daemons; the folder stays
#
# SOLO_PORT (default 17817) is the controller's, the nodes have the next ones. Needs slurm-wlm and munge; runs as root or as any user.
set -euo pipefail

usage() { echo "usage: $0 up|down FOLDER" >&2; exit 2; }
[ $# = 2 ] || usage
folder=$2
conf=$folder/etc/slurm.conf
nodes=${SOLO_NODES:-2}
gpus=${SOLO_GPUS:-2}
port=${SOLO_PORT:-17817}
host=$(hostname -s)
user=$(id -un)

# Daemons, steps and jobs were all started with this SLURM_CONF: by it, and by no name, they are told from those of anyone else.
ours() {
  local environ pid
  for environ in /proc/[0-9]*/environ; do
    pid=${environ#/proc/}; pid=${pid%/environ}
    [ "$pid" = "$$" ] || [ "$pid" = "$BASHPID" ] || [ "$pid" = "$PPID" ] ||
      { tr '\0' '\n' < "$environ" | grep -qxF "SLURM_CONF=$conf" && echo "$pid"; } 2> /dev/null || true
  done
}

down() {
  local file left
  for file in "$folder"/run/slurmctld.pid "$folder"/run/slurmd.*.pid "$folder"/run/munged.pid; do
    [ ! -s "$file" ] || kill "$(cat "$file")" 2> /dev/null || true
  done
  # Jobs and steps last: their daemons would start them again.
  for _ in 1 2 3 4 5; do
    left=$(ours)
    [ -n "$left" ] || return 0
    # shellcheck disable=SC2086
    kill -KILL $left 2> /dev/null || true
    sleep 0.1
  done
}

configure() {
  local i device
  mkdir -p "$folder"/{etc,run,log,state,dev}
  for ((i = 1; i <= nodes; i++)); do mkdir -p "$folder/spool/n$i"; done
  # munged insists on folders that no one else may write to.
  chmod 755 "$folder" "$folder"/{etc,run,log,state,dev}
  [ -s "$folder/etc/munge.key" ] || (umask 077; head -c 128 /dev/urandom > "$folder/etc/munge.key")
  chmod 400 "$folder/etc/munge.key"

  # Any character device passes for a GPU; only root can make one.
  local borrowed=(/dev/null /dev/zero /dev/full /dev/random)
  echo "AutoDetect=off" > "$folder/etc/gres.conf"
  for ((i = 0; i < gpus; i++)); do
    device=$folder/dev/gpu$i
    [ -e "$device" ] || mknod "$device" c 1 3 2> /dev/null || device=${borrowed[$i]}
    echo "Name=gpu File=$device" >> "$folder/etc/gres.conf"
  done
  echo "Name=shard Count=$((gpus * 4))" >> "$folder/etc/gres.conf"

  cat > "$conf" <<CONF
ClusterName=solo
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$folder/run/munge.sock
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmctldPort=$port
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool/%n
SlurmctldPidFile=$folder/run/slurmctld.pid
SlurmdPidFile=$folder/run/slurmd.%n.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
MailProg=/bin/true
SchedulerType=sched/backfill
SchedulerParameters=sched_min_interval=0,sched_interval=1,batch_sched_delay=0,bf_interval=1,default_queue_depth=1000
SlurmctldParameters=preempt_send_user_signal
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
ReturnToService=2
KillWait=5
MinJobAge=300
MaxArraySize=${SOLO_MAX_ARRAY:-10001}
MaxJobCount=20000
GresTypes=gpu,shard
NodeName=n[1-$nodes] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + nodes))] CPUs=${SOLO_CPUS:-8} RealMemory=8000 Gres=gpu:$gpus,shard:$((gpus * 4)) State=UNKNOWN
PartitionName=low  Nodes=ALL Default=YES MaxTime=INFINITE State=UP PriorityTier=1  PreemptMode=REQUEUE GraceTime=6
PartitionName=high Nodes=ALL             MaxTime=INFINITE State=UP PriorityTier=10 PreemptMode=OFF
CONF
}

up() {
  local i
  configure
  export SLURM_CONF=$conf
  munged --key-file="$folder/etc/munge.key" --socket="$folder/run/munge.sock" --pid-file="$folder/run/munged.pid" \
    --log-file="$folder/log/munged.log" --seed-file="$folder/etc/munge.seed" --force
  slurmctld -i
  for ((i = 1; i <= nodes; i++)); do slurmd -N "n$i"; done
  for ((i = 0; i < 100; i++)); do
    [ "$(sinfo -h -N -p low -o %t 2> /dev/null | grep -c idle)" != "$nodes" ] || exit 0
    sleep 0.1
  done
  tail -n 20 "$folder"/log/*.log >&2
  unset SLURM_CONF
  down
  echo "the nodes did not become idle" >&2
  exit 1
}

case $1 in
  up) up ;;
  down) down ;;
  *) usage ;;
esac
