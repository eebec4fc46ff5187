#!/usr/bin/env bash
# Starts the whole service on this machine, with storage, seeds and demo households. ./run.sh --help
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$root/infra/local/setup.sh"
. "$root/infra/local/processes.sh"

usage() {
  cat <<'TEXT'
Usage: ./run.sh [options]
  --port N         the service's port (7071); the storage emulator takes the next three
  --households N   how many demo households there shall be (200); more than there are only with --fresh
  --no-demo        neither roster nor demo accounts nor households: only the operator
  --fresh          deletes what is stored and starts empty
  --check-seeds    only says whether the seeds are in order, and starts nothing
  --help           this text
Ctrl-C stops everything. What is stored stays in .local, for the next run.
TEXT
}

port=7071 households=200 demo=yes fresh=no check=no
number() { if [[ ! ${2:-} =~ ^[1-9][0-9]{0,7}$ ]]; then die "$1 needs a number."; fi; }
while (($#)); do
  case $1 in
    --port) number "$@"; port=$2; shift 2 ;;
    --households) number "$@"; households=$2; shift 2 ;;
    --no-demo) demo=no; shift ;;
    --fresh) fresh=yes; shift ;;
    --check-seeds) check=yes; shift ;;
    --help | -h) usage; exit ;;
    *) usage >&2; die "There is no option '$1'." ;;
  esac
done
if ((port > 65532)); then die "--port must leave room for three more ports below 65536."; fi
queue_port=$((port + 2)) table_port=$((port + 3)) url=http://127.0.0.1:$port

state=$root/.local logs=$root/.local/logs
# The published folder: the same one that Azure gets.
app=$root/functions/bin/published host_dll=$root/infra/local/Host/bin/published/Alleviation.LocalHost.dll
demo_dll=$root/infra/local/Demo/bin/Release/net10.0/Alleviation.Demo.dll
umask 077
mkdir -p "$logs"
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# Two runs on one data folder would write over each other. The storage holds the lock too: its data is safe when it has gone.
lock() {
  exec 9>>"$state/run.lock"
  if command -v flock >/dev/null && ! flock -n 9; then die "This checkout runs already (process $(cat "$state/run.lock")): stop that first."; fi
  echo $$ >"$state/run.lock"
}

# Deleted files are seen by their folder's time.
is_built() {
  [[ -f $app/worker.config.json && -f $host_dll && -f $demo_dll && -f $state/built ]] || return 1
  local changed
  changed=$(find "$root"/functions "$root"/web "$root"/infra/local "$root"/seeds "$root"/host.json "$root"/global.json "$root"/Directory.* \
    \( -name bin -o -name obj -o -name node_modules -o -name wwwroot -o -name contract.ts \) -prune -o -newer "$state/built" -print -quit)
  [[ -z $changed ]]
}

build() {
  need_dotnet
  # Made now, so that their coming does not look like a change.
  local project
  for project in "$root"/functions/*.csproj "$root"/infra/local/*/*.csproj; do mkdir -p "${project%/*}/bin" "${project%/*}/obj"; done
  mkdir -p "$root/functions/wwwroot" && touch "$root/web/src/api/contract.ts"
  touch "$state/building"
  # Compiled ahead, as for Azure, it is ready half a second sooner; elsewhere the runtime compiles all of it at start.
  local platform=()
  if [[ $(uname -sm) == "Linux x86_64" ]]; then platform=(-r linux-x64); fi
  # Build servers would outlive this script; the analyzers are for whoever changes the code, and run with the tests.
  local options=(-c Release -v quiet --disable-build-servers -p:RunAnalyzers=false)
  rm -rf -- "$app" "${host_dll%/*}"
  begin_step "Building the local host…" "$logs/build-host.log" dotnet publish "$root/infra/local/Host" -o "${host_dll%/*}" "${options[@]}" ${platform[@]+"${platform[@]}"}
  if ! has_web_packages; then begin_step "Installing the web app's packages (npm ci)…" "$logs/npm-web.log" "${install_web_packages[@]}"; fi
  end_steps
  begin_step "Building the demo…" "$logs/build-demo.log" dotnet build "$root/infra/local/Demo" "${options[@]}"
  begin_step "Building the web app…" "$logs/build-web.log" "${build_web[@]}"
  end_steps
  run_step "Publishing the service…" "$logs/build.log" dotnet publish "$root/functions" -o "$app" "${options[@]}" ${platform[@]+"${platform[@]}"}
  mv "$state/building" "$state/built"
}

# What is stored has a form, and the number that names it here is raised when an earlier form cannot be read any more.
stored_form=6
keep_form() {
  if [[ -d $state/azurite && $(cat "$state/stored-form" 2>/dev/null || echo 1) != "$stored_form" ]]; then
    say "What .local holds was stored by an earlier version in a form that is not read any more: it is deleted, and this starts empty."
    delete_stored
  fi
  echo "$stored_form" >"$state/stored-form"
}

delete_stored() {
  local name
  for name in azurite keys.json storage.key accounts demo.json demo-households.csv demo-year demo-clock; do
    [[ -e $state/$name ]] || continue
    say "Deleting .local/$name ($(du -sh "$state/$name" | cut -f1))"
    rm -rf -- "${state:?}/$name"
  done
}

# A year that was broken off cannot be gone on with: its days are over. It stood in a storage that was empty before.
drop_broken_year() {
  if [[ -f $state/demo-year ]]; then
    say "The demo's year was broken off while it was loaded: what there is of it is deleted, and it starts afresh."
    delete_stored
  fi
}

start_storage() {
  if [[ ! -s $state/storage.key ]]; then head -c 64 /dev/urandom | base64 | tr -d '\n' >"$state/storage.key"; fi
  local key
  key=$(cat "$state/storage.key")
  export AzureWebJobsStorage="DefaultEndpointsProtocol=http;AccountName=alleviation;AccountKey=$key;QueueEndpoint=http://127.0.0.1:$queue_port/alleviation;TableEndpoint=http://127.0.0.1:$table_port/alleviation"
  mkdir -p "$state/azurite"
  AZURITE_ACCOUNTS=alleviation:$key UNSAVED_WHILE=$state/demo-year start_own node --require "$quick_emulator" "$emulator" \
    --location "$state/azurite" --silent --disableTelemetry --skipApiVersionCheck \
    --blobHost 127.0.0.1 --blobPort $((port + 1)) --queueHost 127.0.0.1 --queuePort $queue_port --tableHost 127.0.0.1 --tablePort $table_port \
    >"$logs/storage.log" 2>&1 </dev/null
  storage=$!
  await_ready "The storage emulator" "$storage" 60 "$logs/storage.log" "http://127.0.0.1:$queue_port/" "http://127.0.0.1:$table_port/"
}

start_service() {
  local began=${EPOCHREALTIME/[.,]/} took
  if [[ -f $logs/service.log ]]; then mv "$logs/service.log" "$logs/service.1.log"; fi
  export Keys__File=$state/keys.json
  # Whoever tries it out wants to see the figures move.
  export Coverage__Delay=${Coverage__Delay:-00:00:05} Coverage__ParentDelay=${Coverage__ParentDelay:-00:00:02}
  start_own dotnet "$host_dll" --app "$app" --urls "$url" >"$logs/service.log" 2>&1 </dev/null 9>&-
  service=$!
  await_ready "The service" "$service" 60 "$logs/service.log" "$url/api/health/ready"
  took=$((${EPOCHREALTIME/[.,]/} - began))
  say "The service is ready after $((took / 1000)) ms."
}

read_operator() {
  local settings=$state/accounts/operator.env
  if [[ ! -f $settings ]]; then dotnet "$demo_dll" prepare --data "$state" >/dev/null 9>&-; fi
  set -a
  # shellcheck source=/dev/null
  . "$settings"
  set +a
}

# The past is played with a clock that is moved; it needs a storage that has no present yet.
load_year() {
  export Keys__File=$state/keys.json
  touch "$state/demo-year"
  start_own dotnet "$demo_dll" year --app "$app" --data "$state" --households "$households" 9>&-
  steps=("$!")
  wait "${steps[0]}" || die "The demo's year was not loaded; ./run.sh --no-demo goes without."
  steps=()
  rm -f -- "$state/demo-year" "$state/demo-clock"
}

load_demo() {
  start_own dotnet "$demo_dll" load --url "$url" --data "$state" --households "$households" 9>&-
  steps=("$!")
  wait "${steps[0]}" || die "The demo was not loaded; the service's log is $logs/service.log."
  steps=()
}

show_operator() {
  cat <<TEXT

Alleviation is at $url
The operator's name and password: $state/accounts/operator.json

curl -s $url/api/health/ready
TOKEN=\$(curl -s -H 'Content-Type: application/json' -d @'$state/accounts/operator.json' $url/api/sign-in | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
curl -s -H "Authorization: Bearer \$TOKEN" $url/api/accounts
TEXT
}

check_seeds() {
  need_dotnet
  run_step "Building the service…" "$logs/build.log" dotnet build "$root/functions" -v quiet --disable-build-servers
  dotnet "$root/functions/bin/Debug/net10.0/Alleviation.Functions.dll" --check-seeds "$root/seeds"
}

if [[ $check == yes ]]; then check_seeds; exit; fi
lock
need_node
node "$root/infra/local/free-ports.mjs" "$port" $((port + 1)) $queue_port $table_port || die "Another port: ./run.sh --port $((port + 1000))"
if ! has_emulator; then begin_step "Installing the storage emulator (npm ci)…" "$logs/npm.log" "${install_emulator[@]}"; fi
if ! is_built; then build; fi
end_steps
if [[ $fresh == yes ]]; then delete_stored; fi
keep_form
drop_broken_year
if [[ -d $state/azurite ]]; then is_new=no; else is_new=yes; fi
start_storage
read_operator
if [[ $demo == yes && $is_new == yes ]]; then load_year; fi
start_service
if [[ $demo == yes ]]; then load_demo; else show_operator; fi
say "" "Logs are in $logs. Ctrl-C stops everything."

wait -n "$service" "$storage" || true
if kill -0 "$service" 2>/dev/null; then die "The storage emulator ended by itself: $logs/storage.log"; fi
tail -n 20 "$logs/service.log" >&2
die "The service ended by itself: $logs/service.log"
