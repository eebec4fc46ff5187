#!/usr/bin/env bash
# How well the rules are tested: ./tests/mutate.sh Coverage changes the rules of a slice one by one and counts what the tests notice that
# need no service; without a slice it takes all six. Fails below 80 %. docs/testing.md says more.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

slice=${1:-}
files=$(node -p "require('./stryker-config.json')['stryker-config'].mutate.filter(file => file.startsWith('$slice')).join('\n')")
if [[ -z $files ]]; then echo "tests/stryker-config.json names no rules of $slice." >&2; exit 2; fi
mutate=()
while IFS= read -r file; do mutate+=(--mutate "$file"); done <<<"$files"

dotnet tool restore >/dev/null
dotnet stryker --config-file stryker-config.json --output "../TestResults/mutation/${slice:-all}" --skip-version-check "${mutate[@]}"
