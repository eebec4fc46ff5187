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
/** An English text of which one form is for one, the other for several. */
const formsOf = (text: string) => text.split(' | ')

test.each(folders)('%s says the same in both languages', (folder) => {
  const [chinese, english] = ['zh-CN', 'en'].map((language) => new Map(texts(files[`${folder}${language}.json`] ?? {})))
  expect([...english!.keys()]).toEqual([...chinese!.keys()])
  for (const [key, text] of chinese!)
    for (const form of formsOf(english!.get(key)!)) expect([key, placeholders(form)]).toEqual([key, placeholders(text)])
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
  'imports.leftOut.',
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

test('an English label begins with a capital, but for words that stand within a line', () => {
  const small = folders.flatMap((folder) =>
    texts(files[`${folder}en.json`])
      .map(([key, text]) => [nameOf(folder) === 'i18n' ? key : `${nameOf(folder)}.${key}`, text] as const)
      .filter(([key, text]) => /^[a-z]/.test(text) && !within.some((one) => key.startsWith(one))),
  )
  expect(small).toEqual([])
})

const service = import.meta.glob<Record<string, string>>('../../functions/Platform/Messages/*.json', { eager: true, import: 'default' })
const seeds = import.meta.glob<unknown>('../../seeds/{codes,forms,pathways,contracts,education,triage,reminders}/*.json', {
  eager: true,
  import: 'default',
})

/** The labels of a seed in one language, wherever they stand. */
function labelsOf(seed: unknown, language: string): string[] {
  if (typeof seed !== 'object' || seed === null) return []
  return Object.entries(seed).flatMap(([key, value]) =>
    key === language && typeof value === 'string' ? [value] : labelsOf(value, language),
  )
}

/** All that is shown in a language, each text with where it stands. */
function shownIn(language: 'zh-CN' | 'en'): [string, string][] {
  const ofApp = folders.flatMap((folder) => texts(files[`${folder}${language}.json`]).map(([key, text]) => [`${folder}${key}`, text]))
  const ofService = texts(service[`../../functions/Platform/Messages/messages.${language}.json`])
  const ofSeeds = Object.entries(seeds).flatMap(([file, seed]) => labelsOf(seed, language).map((text) => [file, text]))
  return [...ofApp, ...ofService, ...ofSeeds] as [string, string][]
}

/** Words that were replaced, so that one thing has one name. Those that stand now are in docs/domain.md, "Words of the screen". */
const replaced = {
  'zh-CN':
    /已进入待办|取回修改|必须填写|此项必填|(?<!多)学科|照护|转签|待处理消息|本人或户主|导入名册|方案活动|会审|补正|超期|登记编号|跟踪编号|管理员|服务器|村卫生人员|现在的密码|没有这样的|从哪里来/,
  en: /\b(mend|mended|poison messages?|administrator|grown-up|by itself|anew|Routed|Trace id)\b|[Pp]hysician's id|telephone number/,
}

test.each(['zh-CN', 'en'] as const)('no word of %s that was replaced comes back', (language) => {
  expect(shownIn(language).length).toBeGreaterThan(2000)
  expect(shownIn(language).filter(([, text]) => replaced[language].test(text))).toEqual([])
})

test('a household that is enrolled is 建档完成, which nothing else is', () => {
  expect((files['../src/i18n/zh-CN.json'] as { status: { listed: string } }).status.listed).toBe('建档完成')
})

test('Chinese has its own punctuation, and in the app a space beside digits and letters', () => {
  const half = /[\u4e00-\u9fff）”][,;:!?()]|[,;:!?()][\u4e00-\u9fff]/
  expect(shownIn('zh-CN').filter(([, text]) => half.test(text))).toEqual([])
  // Names of national forms are written as the forms have them.
  const close = /[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u4e00-\u9fff]/
  const ofApp = shownIn('zh-CN').filter(([key]) => !key.startsWith('../../seeds') && !key.includes('print.forms'))
  expect(ofApp.filter(([, text]) => close.test(text))).toEqual([])
})

test('an English count has a form for one', () => {
  const counted = /\{(count|days|years|age)\} (\w*[^s\W]s|people)\b/
  expect(shownIn('en').filter(([, text]) => !text.includes(' | ') && counted.test(text))).toEqual([])
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
