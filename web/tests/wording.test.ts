import { expect, test } from 'vitest'
import { files, folders, texts, textsByKey } from './support/messages'

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
  const small = textsByKey('en').filter(([key, text]) => /^[a-z]/.test(text) && !within.some((one) => key.startsWith(one)))
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
  expect((files['/src/i18n/zh-CN.json'] as { status: { listed: string } }).status.listed).toBe('建档完成')
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
