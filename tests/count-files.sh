#!/usr/bin/env bash
# How many files of functions/ a request enters between its question and its answer: a visit that is saved (at most 38) and an enrolment that
# is received (at most 40). Left out: Access/ and Platform/, which every request goes through, and files of which at most two lines ran.
# What the tests of FilesOfARequestTests say is counted; the tests have to be built.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

results=TestResults/files
rm -rf -- "$results"
code=0
for limit in "Visit_IsSaved 38" "Enrolment_IsReceived 40"; do
  read -r test most <<<"$limit"
  dotnet test tests --no-build --filter "FullyQualifiedName~FilesOfARequestTests.$test" --results-directory "$results/$test" \
    --collect "XPlat Code Coverage;Format=json;Include=[Alleviation.Functions]*" >"$results-$test.log" || { cat -- "$results-$test.log" >&2; exit 1; }
  node - "$test" "$most" "$results/$test"/*/coverage.json <<'JS' || code=1
const [test, most, report] = process.argv.slice(2)
const files = Object.values(JSON.parse(require('fs').readFileSync(report, 'utf8')))
  .flatMap(module => Object.entries(module))
  .map(([file, classes]) => {
    const lines = Object.values(classes).flatMap(Object.values).flatMap(method => Object.entries(method.Lines))
    return { name: file.split('/functions/').at(-1), lines: new Set(lines.filter(([, hits]) => hits > 0).map(([line]) => line)).size }
  })
  .filter(({ name, lines }) => lines > 2 && !/^(Access|Platform|obj)\//.test(name))
for (const { name, lines } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) console.log(`${String(lines).padStart(4)}  ${name}`)
console.log(`${test}: ${files.length} files, at most ${most}`)
process.exit(files.length > most ? 1 : 0)
JS
done
exit $code
