// Packs what the browser loads once for all, better than a server could in passing: app.js.br and app.js.gz beside app.js.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../../functions/wwwroot', import.meta.url))
const worthIt = 1024

for (const name of readdirSync(root, { recursive: true })) {
  const path = join(root, name)
  if (!/\.(js|css|html|svg|json|geojson|webmanifest)$/.test(name) || statSync(path).size < worthIt) continue
  const bytes = readFileSync(path)
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
}
