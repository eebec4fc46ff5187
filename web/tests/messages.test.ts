import { expect, test } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>('../src/**/{zh-CN,en}.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>('../src/**/*.{vue,ts}', { eager: true, query: '?raw', import: 'default' })
const folders = [...new Set(Object.keys(files).map((file) => file.replace(/[^/]+$/, '')))]

function texts(messages: unknown, path = ''): [string, string][] {
  return typeof messages === 'string'
    ? [[path, messages]]
    : Object.entries(messages as Record<string, unknown>).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key))
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test.each(folders)('%s says the same in both languages', (folder) => {
  const [chinese, english] = ['zh-CN', 'en'].map((language) => new Map(texts(files[`${folder}${language}.json`] ?? {})))
  expect([...english!.keys()]).toEqual([...chinese!.keys()])
  for (const [key, text] of chinese!) expect([key, placeholders(english!.get(key)!)]).toEqual([key, placeholders(text)])
  for (const [key, text] of [...chinese!, ...english!]) expect([key, text.trim()]).not.toEqual([key, ''])
})

const nameOf = (folder: string): string => folder.split('/').at(-2)!
const known = folders.flatMap((folder) => {
  const name = nameOf(folder)
  return texts(files[`${folder}zh-CN.json`]).map(([key]) => (name === 'i18n' ? key : `${name}.${key}`))
})

/** Words of the desks that stand within a line; whatever begins one begins with a capital. */
const within = [
  'cases.overdue',
  'conferences.conference.meets',
  'contracts.',
  'healthWorker.conflict.isNewer',
  'healthWorker.outbox.',
  'healthWorker.toDo.dueOn',
  'healthWorker.toDo.wasDueOn',
  'medication.',
  'physician.plan.comparisons.',
  'physician.worklist.of',
  'plan.by',
  'plan.done',
  'plan.every',
  'plan.from',
  'plan.skips',
  'record.entries.reminderState.',
  'record.entries.steps.',
  'record.since',
  'record.summary.due',
  'record.summary.notHeard',
  'shell.waiting',
  'units.',
]

test('an English label of the desks begins with a capital, but for words that stand within a line', () => {
  const ofDesks = folders.filter((folder) => !/(imports|operator|official|auditor)\/$/.test(folder))
  const small = ofDesks.flatMap((folder) =>
    texts(files[`${folder}en.json`])
      .map(([key, text]) => [nameOf(folder) === 'i18n' ? key : `${nameOf(folder)}.${key}`, text] as const)
      .filter(([key, text]) => /^[a-z]/.test(text) && !within.some((one) => key.startsWith(one))),
  )
  expect(small).toEqual([])
})

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

/** What a file draws or calls, as paths below `../src`; not the pages that its routes lead to. */
function importsOf(file: string): string[] {
  return [...sources[file]!.matchAll(/(?:from|import\()\s*'(@\/|\.\.?\/)([^']+)'/g)].flatMap(([, root, path]) => {
    const whole =
      root === '@/' ? `../src/${path}` : new URL(`${root}${path}`, `file:///${file.replace('../', '')}`).pathname.replace('/', '../')
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
  const common = texts(files['../src/i18n/zh-CN.json']).map(([key]) => key)
  return used.every((key) => common.some((text) => text === key || text.startsWith(key)))
}

test('every page loads the words that it and its parts use', () => {
  const routes = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/component: \(\) => import\('([^']+)'\),\s*meta: \{([^}]*)\}/g)].map(([, page, meta]) => {
      const path = page!.startsWith('@/')
        ? `../src/${page!.slice(2)}`
        : new URL(page!, `file:///${file.replace('../', '')}`).pathname.replace('/', '../')
      return { path, loads: /words: \[([^\]]*)\]/.exec(meta!)?.[1] ?? '' }
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
