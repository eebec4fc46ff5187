// The script that a phone loads before the first screen of any role: at most 200 KB compressed, or the build fails.
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const Most = 200 * 1024
const root = new URL('../../functions/wwwroot/', import.meta.url)
const manifestFolder = new URL('.vite/', root)
const manifest = JSON.parse(readFileSync(new URL('manifest.json', manifestFolder), 'utf8'))

/** A module with all that it imports at once. */
function together(name, seen = new Set()) {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`The build has no ${name}.`)
  if (chunk.file.endsWith('.js')) seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) if (!seen.has(manifest[imported].file)) together(imported, seen)
  return seen
}

const sizes = new Map()
function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, root)), { level: 9 }).length)
  return sizes.get(file)
}

const desks = readdirSync(new URL('../src/desks/', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory())
const rows = desks.flatMap(({ name }) =>
  ['zh-CN', 'en'].map((language) => {
    const files = new Set()
    for (const part of ['index.html', `src/i18n/${language}.json`, `src/desks/${name}/${language}.json`, `src/desks/${name}/HomePage.vue`])
      together(part, files)
    const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0)
    return { desk: name, language, files: files.size, 'KB compressed': Number((bytes / 1024).toFixed(1)), bytes }
  }),
)
console.table(rows.map(({ bytes, ...row }) => row))
rmSync(manifestFolder, { recursive: true })
const over = rows.filter((row) => row.bytes > Most)
if (over.length > 0) {
  console.error(
    `Over the budget of ${Most / 1024} KB before the first screen: ${over.map((row) => `${row.desk} (${row.language})`).join(', ')}.`,
  )
  process.exit(1)
}
