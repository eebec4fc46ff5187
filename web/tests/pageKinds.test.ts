import { expect, test } from 'vitest'

const sources = import.meta.glob<string>('../src/**/*.{vue,ts}', { eager: true, query: '?raw', import: 'default' })

/** Without a head: what leads on to another page, and what hangs on a wall. */
const headless = ['pages/HomePage.vue', 'desks/healthWorker/NewEnrolmentPage.vue', 'desks/official/ScreenPage.vue']

/** Where somebody begins or ends, and no page comes before. */
const withoutWayBack = [
  'desks/official/HomePage.vue',
  'desks/operator/HomePage.vue',
  'desks/operator/OperationsPage.vue',
  'pages/NotFoundPage.vue',
]

/** A head with all that it is given. */
const Head = /<PageHeader\b(?:"[^"]*"|[^>"])*>/g

const resolved = (path: string, from: string): string =>
  path.startsWith('@/') ? `../src/${path.slice(2)}` : new URL(path, `file:///${from.replace('../', '')}`).pathname.replace('/', '../')

const pages = [
  ...new Set(
    Object.entries(sources).flatMap(([file, source]) =>
      [...source.matchAll(/component: \(\) => import\('([^']+)'\)/g)].map(([, page]) => resolved(page!, file)),
    ),
  ),
]

/** The heads of a page: its own, or those of the component that it hands over to. */
function headsOf(page: string): string[] {
  const own = [...sources[page]!.matchAll(Head)].map(([head]) => head)
  if (own.length > 0) return own
  return [...sources[page]!.matchAll(/(?:from|import\() ?'([^']+\.vue)'/g)]
    .map(([, part]) => resolved(part!, page))
    .flatMap((part) => [...(sources[part] ?? '').matchAll(Head)].map(([head]) => head))
}

test('every page says whether it is a form, a list or a detail', () => {
  expect(pages.length).toBeGreaterThan(50)
  const silent = pages.filter((page) => {
    const heads = headsOf(page)
    return heads.length === 0 || heads.some((head) => !/kind="(form|list|detail)"/.test(head))
  })
  expect(silent.sort()).toEqual(headless.map((page) => `../src/${page}`).sort())
})

test('from a form and from a detail there is a way back', () => {
  const stuck = pages.filter((page) => headsOf(page).some((head) => /kind="(form|detail)"/.test(head) && !/\s:?back=/.test(head)))
  expect(stuck.sort()).toEqual(withoutWayBack.map((page) => `../src/${page}`).sort())
})

test('no page has a width of its own', () => {
  const own = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/\n {2}max-width: (\d+)rem;/g)].filter(([, rem]) => Number(rem) >= 40).map(([line]) => `${file}:${line.trim()}`),
  )
  expect(own).toEqual([])
})
