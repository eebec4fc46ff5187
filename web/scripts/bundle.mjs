// The API's document in one piece: the files of functions/openapi, one for each tag. 'npm run -s api:bundle' prints it as JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'

const folder = new URL('../../functions/openapi/', import.meta.url)

/** @throws where two files have the same path or the same component. */
export function bundle() {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  return files.reduce((whole, name) => merge(whole, parse(readFileSync(new URL(name, folder), 'utf8')), name), { tags: [], paths: {} })
}

function merge(whole, part, file) {
  for (const [name, value] of Object.entries(part)) {
    const there = whole[name]
    if (there === undefined) whole[name] = value
    else if (Array.isArray(there) && Array.isArray(value)) there.push(...value)
    else if (isMap(there) && isMap(value) && mergeable.has(name)) merge(there, value, file)
    else throw new Error(`functions/openapi/${file}: ${name} is in another file too`)
  }
  return whole
}

const mergeable = new Set(['paths', 'components', 'schemas'])
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(JSON.stringify(bundle(), null, 2))
