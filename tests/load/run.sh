#!/bin/sh
# The benchmark with everything that it needs: ./tests/load/run.sh [--quick] [--import] (see --help)
set -eu
cd "$(dirname "$0")/../.."
[ -d infra/local/node_modules/azurite ] || (cd infra/local && npm ci --no-audit --no-fund)
exec dotnet run -c Release --project tests/load -- "$@"
