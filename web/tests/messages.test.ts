import { expect, test } from 'vitest'
import { files, folders, nameOf, sources, texts, textsByKey } from './support/messages'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
/** An English text of which one form is for one, the other for several. */
const formsOf = (text: string) => text.split(' | ')

test.each(folders)('%s says the same in both languages', (folder) => {
  const [chinese, english] = ['zh-CN', 'en'].map((language) => new Map(texts(files[`${folder}${language}.json`] ?? {})))
  expect([...english!.keys()]).toEqual([...chinese!.keys()])
  for (const [key, text] of chinese!)
    for (const form of formsOf(english!.get(key)!)) expect([key, placeholders(form)]).toEqual([key, placeholders(text)])
  for (const [key, text] of [...chinese!, ...english!]) expect([key, text.trim()]).not.toEqual([key, ''])
})

const known = textsByKey('zh-CN').map(([key]) => key)

test('every text that is asked for is there', () => {
  const asked = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/(?:\$t|\bt)\(\s*'([a-zA-Z]\w*(?:\.\w+)+)'/g)].map(([, key]) => `${key} (${file})`),
  )
  expect(asked.filter((line) => !known.includes(line.split(' ')[0]!))).toEqual([])
})

test('every group of texts of which one is chosen is there', () => {
  const asked = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/(?:\$t|\bt)\(\s*`([a-zA-Z][\w.]*\.)\$\{/g)].map(([, group]) => `${group} (${file})`),
  )
  expect(asked.filter((line) => !known.some((key) => key.startsWith(line.split(' ')[0]!)))).toEqual([])
})

/** What a file imports, as `sources` call it. */
const addressOf = (imported: string, file: string): string => new URL(imported.replace(/^@\//, '/src/'), `file://${file}`).pathname

/** What a file draws or calls; not the pages that its routes lead to. */
function importsOf(file: string): string[] {
  return [...sources[file]!.matchAll(/(?:from|import\()\s*'(@\/|\.\.?\/)([^']+)'/g)].flatMap(([, root, path]) => {
    const whole = addressOf(`${root}${path}`, file)
    return [whole, `${whole}.ts`, `${whole}/index.ts`].filter((one) => one in sources && !/(desk|[rR]outes)\.ts$/.test(one))
  })
}

/** The slices whose words a page and its parts use, but for those that a part loads by itself. */
function wordsOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const slices = folders.filter((folder) => !folder.includes('/desks/')).map(nameOf)
  const loaded = /loadSharedMessages\(([^)]*)\)/.exec(sources[file]!)?.[1] ?? ''
  const own = slices.filter(
    (slice) => slice !== 'i18n' && new RegExp(`['\`]${slice}\\.[a-z]`).test(sources[file]!) && !isCommon(slice, file),
  )
  return [...own, ...importsOf(file).flatMap((imported) => wordsOf(imported, seen))].filter((slice) => !loaded.includes(`'${slice}'`))
}

/** Some words of a slice are needed before its own are loaded, and stand with those of the app. */
function isCommon(slice: string, file: string): boolean {
  const used = [...sources[file]!.matchAll(new RegExp(`['\`](${slice}\\.[\\w.]+)`, 'g'))].map(([, key]) => key!)
  const common = texts(files['/src/i18n/zh-CN.json']).map(([key]) => key)
  return used.every((key) => common.some((text) => text === key || text.startsWith(key)))
}

test('every page loads the words that it and its parts use', () => {
  const routes = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/component: \(\) => import\('([^']+)'\),\s*meta: \{([^}]*)\}/g)].map(([, page, meta]) => {
      return { path: addressOf(page!, file), loads: /words: \[([^\]]*)\]/.exec(meta!)?.[1] ?? '' }
    }),
  )
  expect(routes.length).toBeGreaterThan(40)
  expect(
    routes.flatMap(({ path, loads }) =>
      wordsOf(path)
        .filter((slice) => !loads.includes(`'${slice}'`))
        .map((slice) => `${path}: ${slice}`),
    ),
  ).toEqual([])
})
