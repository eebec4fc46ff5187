#!/usr/bin/env bash
# Sets up, builds and runs all tests; ./test.sh Enrolment runs those whose full name contains the word, --long makes the random ones
# long (half an hour more). The last line counts them.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
. "$root/infra/local/setup.sh"
cd "$root"

need_node
need_dotnet
need_browser
if ! has_emulator; then "${install_emulator[@]}"; fi
if ! has_web_packages; then "${install_web_packages[@]}"; fi
npm run check --prefix web
"${build_web[@]}"

# Locked when CI=true (Directory.Build.props).
dotnet restore Alleviation.sln -v quiet
dotnet build Alleviation.sln --no-restore -v quiet

results=$root/TestResults
rm -rf -- "$results"
filter=()
while (($#)); do
  case $1 in
    # Requests to each endpoint, random histories, households of a panel's year, rounds of the commonest actions.
    --long) export FUZZ_REQUESTS=1000 IMPORT_FILES=2000 HISTORIES=1000 PANEL=500 ROUNDS=5 ;;
    --filter) ;;
    *) filter+=("$1") ;;
  esac
  shift
done
if ((${#filter[@]})); then filter=(--filter "$(IFS='|'; printf '%s' "${filter[*]}")"); fi

code=0
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
  (cd web && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$results/web.json") || code=1
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
