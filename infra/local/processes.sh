# shellcheck shell=bash disable=SC2154
# Sourced by run.sh: starts, watches and stops what runs beside it.

service='' storage='' steps=() step_logs=()

# In a session of its own, so that Ctrl-C reaches run.sh alone, which stops everybody in order. Whoever kills run.sh itself ends
# them too. Sets $! to the process.
start_own() {
  if ! command -v setsid >/dev/null; then "$@" & return; fi
  if ! setpriv --pdeathsig keep true 2>/dev/null; then setsid "$@" & return; fi
  setsid setpriv --pdeathsig TERM "$@" &
}

# TITLE LOG COMMAND...: says the title and goes on while the command runs.
begin_step() {
  say "$1"
  start_own "${@:3}" >"$2" 2>&1 </dev/null 9>&-
  steps+=("$!") step_logs+=("$2")
}

# Waits for all that has begun; shows the end of a log only where the command failed.
end_steps() {
  local index
  for index in "${!steps[@]}"; do
    if wait "${steps[index]}"; then continue; fi
    tail -n 30 "${step_logs[index]}" >&2
    die "That failed; all of it is in ${step_logs[index]}."
  done
  steps=() step_logs=()
}

run_step() {
  begin_step "$@"
  end_steps
}

# NAME PID SECONDS LOG URL...: until every address answers.
await_ready() {
  node "$root/infra/local/until-ready.mjs" "$2" "$3" "${@:5}" 9>&- &
  steps=("$!")
  if wait "${steps[0]}"; then steps=(); return; fi
  steps=()
  tail -n 30 "$4" >&2
  die "$1 did not start; its log is $4."
}

# PID SECONDS: asks it to end, and makes it end when the time is over.
stop_own() {
  [[ -n $1 ]] || return 0
  local deadline=$((SECONDS + $2))
  kill -TERM -- "-$1" 2>/dev/null || kill -TERM "$1" 2>/dev/null || return 0
  while kill -0 "$1" 2>/dev/null; do
    if ((SECONDS >= deadline)); then kill -KILL -- "-$1" 2>/dev/null || kill -KILL "$1" 2>/dev/null || true; fi
    sleep 0.05
  done
}

# First whoever writes, then the storage: it has to keep what the service still finishes.
stop_all() {
  local code=$? step
  trap '' INT TERM HUP
  for step in ${steps[@]+"${steps[@]}"}; do stop_own "$step" 10; done
  if [[ -n $service$storage ]]; then say "" "Stopping: the service finishes what it has begun, then the storage is written to disk."; fi
  stop_own "$service" 40
  stop_own "$storage" 30
  if [[ -n $service$storage ]]; then say "Stopped."; fi
  if [[ -f $state/demo-year ]]; then say "The demo's year was broken off: the next ./run.sh begins it afresh."; fi
  exit "$code"
}
