#!/usr/bin/env bash
# How well the rules are tested: ./tests/mutate.sh Coverage changes the rules of a slice one by one and runs the tests that need no
# service; without a slice those of all six. Fails below 80 %. docs/testing.md says more.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

mutate=()
if (($#)); then
  while IFS= read -r file; do mutate+=(--mutate "$file"); done < <(
    node -p "require('./stryker-config.json')['stryker-config'].mutate.filter(file => file.startsWith('$1/')).join('\n')"
  )
fi
dotnet tool restore >/dev/null
dotnet stryker --config-file stryker-config.json --output "../TestResults/mutation/${1:-all}" --skip-version-check ${mutate[@]+"${mutate[@]}"}
