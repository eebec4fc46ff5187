#!/bin/sh
# The benchmark with everything that it needs: ./tests/load/run.sh [--apart] [--quick] [--import] (see --help)
# --apart, which comes first: the service has a processor of its own, and emulator and client share another, beside the service and for the floor
# alike. Without it the floor has what the service would use, as if the service were to cost nothing.
set -eu
cd "$(dirname "$0")/../.."
[ -d infra/local/node_modules/azurite ] || (cd infra/local && npm ci --no-audit --no-fund)
on=
if [ "${1:-}" = --apart ]; then
  shift
  on='taskset -c 0'
  export SERVICE_PROCESSOR=1
fi
exec $on dotnet run -c Release --project tests/load -- "$@"
