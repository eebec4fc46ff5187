import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'

/** Questions in the order in which they were asked; a test answers them in whatever order it chooses. */
const { asked } = vi.hoisted(() => ({ asked: [] as { path: string; answer: (data: unknown) => void; fail: (fault: unknown) => void }[] }))

vi.mock('@/api', () => {
  const call = (path: string) => new Promise((resolve, fail) => asked.push({ path, answer: (data) => resolve({ data }), fail }))
  const api = { GET: call, POST: call, PUT: call }
  return {
    api,
    quietApi: api,
    answer: (question: Promise<unknown>) => question,
    ApiProblem: class extends Error {},
    NoConnection: class extends Error {},
  }
})

/** As long as the page is shown. */
const inPage = <T>(use: () => T): T => effectScope().run(use)!
const settled = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  // Nobody sees the page: what looks again by itself does not.
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'hidden' }))
  vi.stubGlobal('location', { origin: 'http://localhost' })
  asked.length = 0
  setActivePinia(createPinia())
})

test('figures of a region that was left while they were asked for are not shown for another', async () => {
  const { useCoverage } = await import('@/desks/official/coverage')
  const region = shallowRef('441403')
  const figures = inPage(() => useCoverage(() => region.value))
  await settled()
  region.value = '441402'
  await settled()
  region.value = '441403'
  await settled()
  for (const at of [0, 1]) asked[at]!.answer({ region: 'own', days: ['own'] })
  await settled()
  asked[2]!.fail(new Error('late'))
  asked[3]!.answer({ region: 'other', days: ['other'] })
  await settled()
  expect([figures.coverage?.region, figures.days, figures.fault, figures.isLoading]).toEqual(['own', ['own'], undefined, false])
})

test('a plan that was read before a step was taken does not come back', async () => {
  const { usePlan } = await import('@/desks/physician/plan/usePlan')
  const { plan, take } = inPage(() => usePlan('household', 1))
  const taken = take('submit', 1, '')
  asked[1]!.answer({ status: 'underReview' })
  await taken
  asked[0]!.answer({ status: 'draft' })
  await settled()
  expect(plan.value?.status).toBe('underReview')
})

test('a list of imports that is begun anew shows each once', async () => {
  const { useImports } = await import('@/imports/useImports')
  const { items, isLoading, load } = inPage(useImports)
  void load()
  asked[1]!.answer({ items: [{ id: 'new', status: 'completed' }] })
  await settled()
  asked[0]!.answer({ items: [{ id: 'old', status: 'completed' }] })
  await settled()
  expect([items.value.map(({ id }) => id), isLoading.value]).toEqual([['new'], false])
})

test('a member who was looked at before is not shown for the one who is looked at now', async () => {
  const { useMember } = await import('@/records/useMember')
  const number = shallowRef(1)
  const { household, overview, fault } = inPage(() =>
    useMember(
      () => 'household',
      () => number.value,
    ),
  )
  number.value = 2
  await nextTick()
  expect(asked.map(({ path }) => path)).toEqual(Array(2).fill('/api/households/{householdId}/members/{member}'))
  asked[1]!.answer({ member: 2, household: { id: 'household', members: [] } })
  await settled()
  asked[0]!.answer({ member: 1, household: { id: 'other', members: [] } })
  await settled()
  expect([overview.value?.member, household.value?.id, fault.value]).toEqual([2, 'household', undefined])
})

test('of a household as a whole the head is shown', async () => {
  const { useMember } = await import('@/records/useMember')
  const { overview } = inPage(() =>
    useMember(
      () => 'household',
      () => undefined,
    ),
  )
  const household = { id: 'household', members: [{ number: 1 }, { number: 2, relationship: '0' }] }
  asked[0]!.answer(household)
  await settled()
  asked[1]!.answer({ member: 2, household })
  await settled()
  expect(asked.map(({ path }) => path)).toEqual(['/api/households/{householdId}', '/api/households/{householdId}/members/{member}'])
  expect(overview.value?.member).toBe(2)
})

test('problems that were read before one was sent again do not bring it back', async () => {
  const { usePoisonMessages } = await import('@/desks/operator/usePoisonMessages')
  const { items, load, replay } = inPage(usePoisonMessages)
  const problem = { queue: 'changes', id: 'a' }
  asked[0]!.answer({ items: [problem] })
  await settled()
  void load()
  const sent = replay(problem as never)
  asked[2]!.answer({ count: 1 })
  await sent
  asked[1]!.answer({ items: [problem] })
  await settled()
  expect(items.value).toEqual([])
})
