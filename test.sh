#!/usr/bin/env bash
# Sets up, builds and runs all tests; ./test.sh Enrolment runs those whose full name contains the word, --long makes the random ones
# long (half an hour more) and takes a picture of every page. The last line counts them. docs/testing.md says more.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$root/infra/local/setup.sh"
cd "$root"

results=$root/TestResults
filter=()
while (($#)); do
  case $1 in
    # Requests to each endpoint, files, random histories, lives of a plan, households of a panel's year, rounds of the commonest actions,
    # households that come in while all goes wrong, and how often.
    --long) export FUZZ_REQUESTS=1000 IMPORT_FILES=2000 HISTORIES=1000 PLAN_LIVES=300 PANEL=500 ROUNDS=5 STORM=300 STORM_SEEDS=2 SCREENS=1 ;;
    --filter) ;;
    *) filter+=("$1") ;;
  esac
  shift
done
if ((${#filter[@]})); then filter=(--filter "$(IFS='|'; printf '%s' "${filter[*]}")"); fi

need_node
need_dotnet
need_browser
if ! has_emulator; then "${install_emulator[@]}"; fi
if ! has_web_packages; then "${install_web_packages[@]}"; fi
rm -rf -- "$results"
mkdir -p -- "$results"

# The service's build takes the web app in, so that is built first, and the packages come meanwhile; types, style and the web app's own
# tests are looked at beside the service's build.
dotnet restore Alleviation.sln -v quiet >"$results/restore.log" 2>&1 &
restore=$!
"${build_web[@]}"
check_sources() {
  npm run check --prefix web || return 2
  if ((${#filter[@]})); then return 0; fi
  { dotnet tool restore && dotnet csharpier check .; } || return 1
  npm run lint --prefix web || return 1
  npm run format:check --prefix web || return 1
  (cd web && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$results/web.json") || return 1
}
check_sources >"$results/web.log" 2>&1 &
web=$!

# Locked when CI=true (Directory.Build.props).
code=0
built=0
wait "$restore" || { cat -- "$results/restore.log"; built=1; }
((built)) || dotnet build Alleviation.sln --no-restore -v quiet || built=1
wait "$web" || code=$?
cat -- "$results/web.log"
# What does not compile is not tested.
if ((built || code == 2)); then exit 1; fi

# What the tests store lives for seconds, less than 20 megabytes of it: on a disk it takes longer. Not for the build, whose servers
# outlive this script.
room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1) || room=0
if ((room > 200000)) && [[ -w /dev/shm ]]; then
  TMPDIR=$(mktemp -d /dev/shm/alleviation-tests-XXXXXX)
  export TMPDIR
  trap 'rm -rf -- "$TMPDIR"' EXIT
fi
# In hundreds of services that live for seconds few methods are worth compiling a second time; and on two processors that browser and
# emulator need too, a thread without work sleeps at once instead of looking for more.
export DOTNET_TC_CallCountThreshold=100 DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0
dotnet test tests --no-build --logger 'trx;LogFileName=tests.trx' --results-directory "$results" \
  --blame-hang --blame-hang-timeout 10m --blame-hang-dump-type none ${filter[@]+"${filter[@]}"} || code=1

# A test host that never came up counts nothing, and the other tests must not hide it.
if [[ ! -s $results/tests.trx ]]; then say "The service's tests did not run."; code=1; fi

passed=0 failed=0 skipped=0
counted() { sed -n "s/.*<Counters[^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1"; }
while IFS= read -r file; do
  total=$(counted "$file" total) executed=$(counted "$file" executed) good=$(counted "$file" passed)
  passed=$((passed + good)) failed=$((failed + executed - good)) skipped=$((skipped + total - executed))
done < <(find "$results" -name '*.trx' 2>/dev/null)
if ((${#filter[@]} == 0)); then
  count_web() { node -p "require('$results/web.json').$1" 2>/dev/null || echo 0; }
  passed=$((passed + $(count_web numPassedTests))) failed=$((failed + $(count_web numFailedTests))) skipped=$((skipped + $(count_web numPendingTests)))
fi

if ((passed + failed == 0)); then
  say "No test ran."
  code=1
fi
if ((failed > 0)); then code=1; fi
say "$passed passed, $failed failed, $skipped skipped"
exit $code
