import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { linesFrom, type WorklistLine, type WorklistPage } from '@/worklists/worklistPages'

const { asked } = vi.hoisted(() => ({ asked: [] as { query: Record<string, unknown>; answer: (data: unknown) => void }[] }))

vi.mock('@/api', () => ({
  api: {
    GET: (_: string, { params }: { params: { query: Record<string, unknown> } }) =>
      new Promise((resolve) => asked.push({ query: params.query, answer: (data) => resolve({ data }) })),
  },
  answer: (question: Promise<unknown>) => question,
}))
vi.mock('@/session/session', () => ({ useSession: () => ({ user: { physicianId: 'P1' } }) }))

const settled = () => new Promise((done) => setTimeout(done))
const line = (id: string, urgency: string, dueOn?: string): WorklistLine =>
  ({ householdId: id, member: 1, villageCode: '1', urgency, dueOn, followUps: [], tasks: [] }) as unknown as WorklistLine
const lines = (count: number, from = 0): WorklistLine[] =>
  Array.from({ length: count }, (_, index) => line(`${from + index}`, 'due', `2026-12-${10 + ((from + index) % 20)}`))
const ids = (page: { items: readonly WorklistLine[] }): string[] => page.items.map(({ householdId }) => householdId)

beforeEach(() => {
  asked.length = 0
  setActivePinia(createPinia())
})

test('a whole list is read by its cursors, and what moved meanwhile stands in it once', async () => {
  const pages: Record<string, WorklistPage> = {
    '': { items: lines(3), urgent: 2, overdue: 1, cursor: 'a' } as WorklistPage,
    a: { items: [line('1', 'due', '2027-01-01'), line('3', 'due', '2027-01-02')], cursor: 'b' } as WorklistPage,
    b: { items: [] } as unknown as WorklistPage,
  }
  const limits: number[] = []
  const list = await linesFrom(async (cursor, limit) => {
    limits.push(limit)
    return pages[cursor ?? '']!
  })
  expect([ids(list), list.urgent, list.overdue, list.cursor]).toEqual([['0', '2', '1', '3'], 2, 1, undefined])
  expect(limits).toEqual([200, 200, 200])
})

test('a part of a list ends where enough is read, and says where it goes on', async () => {
  const list = await linesFrom(async (cursor, limit) => ({ items: lines(limit, cursor ? 200 : 0), cursor: 'on' }) as WorklistPage, 230)
  expect([list.items.length, list.cursor]).toEqual([230, 'on'])
})

test('the list that is read again reaches as far as before, and goes on where it ends', async () => {
  const { useWorklist } = await import('@/desks/physician/worklist')
  const work = useWorklist()
  void work.load()
  asked[0]!.answer({ items: lines(50), urgent: 0, overdue: 0, cursor: 'a' })
  await settled()
  void work.loadMore()
  void work.loadMore()
  asked[1]!.answer({ items: lines(50, 50), cursor: 'b' })
  await settled()
  void work.load()
  expect(asked.map(({ query }) => query)).toEqual([{ limit: 50 }, { limit: 50, cursor: 'a' }, { limit: 100 }])
  expect(work.lines.length).toBe(100)
})

test('another filter is asked of the service, and a slow answer to the one before does not come back', async () => {
  const { useWorklist } = await import('@/desks/physician/worklist')
  const work = useWorklist()
  void work.load()
  void work.narrow({ urgency: 'urgent', kind: 'referral' })
  asked[1]!.answer({ items: lines(1), urgent: 1, overdue: 0 })
  await settled()
  asked[0]!.answer({ items: lines(3), urgent: 1, overdue: 0, cursor: 'a' })
  await settled()
  expect(asked[1]!.query).toEqual({ limit: 50, urgency: 'urgent', kind: ['referral'] })
  expect([work.lines.length, work.cursor, work.isLoading]).toEqual([1, undefined, false])
})

test('what was done moves its line to its place, out of sight where that is on a later page or not asked for', async () => {
  const { useWorklist } = await import('@/desks/physician/worklist')
  const work = useWorklist()
  void work.load()
  asked[0]!.answer({
    items: [line('a', 'urgent', '2026-12-01'), line('b', 'overdue', '2026-11-01'), line('c', 'due', '2026-12-05'), ...lines(47)],
    urgent: 1,
    overdue: 1,
    cursor: 'on',
  })
  await settled()
  work.take(line('a', 'due', '2026-12-04'))
  expect(ids({ items: work.lines }).slice(0, 3)).toEqual(['b', 'a', 'c'])
  work.take(line('b', 'due', '2027-02-01'))
  expect([work.lines.length, ids({ items: work.lines }).slice(0, 2)]).toEqual([49, ['a', 'c']])
  void work.narrow({ urgency: 'urgent' })
  asked[1]!.answer({ items: [line('d', 'urgent', '2026-12-01')], urgent: 1, overdue: 0 })
  await settled()
  work.take(line('d', 'due', '2026-12-09'))
  expect(work.lines).toEqual([])
})
