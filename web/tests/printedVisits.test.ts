import { beforeEach, expect, test, vi } from 'vitest'
import type { Schemas } from '@/api'
import { stabilityOf } from '@/print/forms/severeMentalDisorderVisit'
import { bodyMassIndex, byFour, fetchLatest, fetchVisits, numbersOf, visitsAmong, type Visit } from '@/print/visits'
import { at, printedMember, visitEntry } from './support/printed'

const { fetchEntries } = vi.hoisted(() => ({ fetchEntries: vi.fn() }))
vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())
vi.mock('@/records/fetchRecords', () => ({ fetchEntries }))

const visit = (known: Partial<Visit> = {}): Visit => ({
  id: 'v',
  on: '2026-11-20',
  form: 'hypertension',
  note: undefined,
  answers: {},
  outcome: undefined,
  actions: [],
  contactMode: undefined,
  nextDueOn: undefined,
  ...known,
})

beforeEach(() => fetchEntries.mockReset())

test('visits by a form come in the order of their days, which are those of China', () => {
  const entries = [
    visitEntry('hypertension', '2026-11-20T17:00:00Z', {}),
    visitEntry('type2Diabetes', at('2026-05-01'), {}),
    visitEntry('hypertension', at('2026-03-01'), {}),
    { ...visitEntry('hypertension', at('2026-04-01'), {}), kind: 'education' },
  ]
  expect(visitsAmong(entries, 'hypertension').map(({ on }) => on)).toEqual(['2026-03-01', '2026-11-21'])
})

test('a year is read to its beginning, and no further', async () => {
  const record = { recordNumber: '1' } as Schemas['Record']
  const newest = { items: [visitEntry('hypertension', at('2026-06-01'), {})], cursor: 'a' }
  fetchEntries.mockResolvedValueOnce({ items: [visitEntry('hypertension', at('2026-01-10'), {})], cursor: 'b' })
  fetchEntries.mockResolvedValueOnce({ items: [visitEntry('hypertension', at('2025-12-20'), {})], cursor: 'c' })
  const found = await fetchVisits(printedMember({ record, entries: newest }), 'hypertension', '2026')
  expect(found.map(({ on }) => on)).toEqual(['2026-01-10', '2026-06-01'])
  expect(fetchEntries).toHaveBeenCalledTimes(2)
})

test('a visit is looked for until it is found, and no further', async () => {
  const record = { recordNumber: '1' } as Schemas['Record']
  const member = printedMember({ record, entries: { items: [visitEntry('general', at('2026-06-01'), {})], cursor: 'a' } })
  const older = { items: [visitEntry('elderlyHealthCheck', at('2025-06-01'), {})], cursor: 'b' }
  fetchEntries.mockResolvedValue(older)
  expect((await fetchLatest(member, 'elderlyHealthCheck', undefined)).visit?.on).toBe('2025-06-01')
  expect(fetchEntries).toHaveBeenCalledOnce()
  expect((await fetchLatest(member, 'general', undefined)).visit?.on).toBe('2026-06-01')
  expect(fetchEntries).toHaveBeenCalledOnce()
  expect((await fetchLatest(member, 'general', 'another')).visit).toBeUndefined()
})

test('four visits stand on a sheet, five on two, and none on one that is to be filled in', () => {
  expect(byFour([1, 2, 3, 4, 5])).toEqual([
    [1, 2, 3, 4],
    [5, undefined, undefined, undefined],
  ])
  expect(byFour([])).toEqual([[undefined, undefined, undefined, undefined]])
})

test('codes become the numbers of the form, in their order', () => {
  expect(numbersOf(visit({ answers: { symptoms: ['11', '3'] } }), 'symptoms')).toEqual(['3', '11'])
  expect(numbersOf(visit({ answers: { symptoms: ['none'] } }), 'symptoms', { none: '1' })).toEqual(['1'])
  expect([numbersOf(visit(), 'symptoms'), numbersOf(undefined, 'symptoms')]).toEqual([[], []])
})

test('the body mass index needs both, and has one decimal', () => {
  expect([bodyMassIndex('68.5', '165'), bodyMassIndex('68.5', ''), bodyMassIndex('', '165')]).toEqual(['25.2', '', ''])
})

test('how stable somebody is follows from what the visit came to, or is left to the hand', () => {
  const of = (outcome: string, ...actions: string[]) => stabilityOf(visit({ outcome, actions }))
  expect([of('1', 'continue'), of('2', 'specialistAdvice'), of('2', 'adjust'), of('2', 'referUp'), of('3', 'referNow')]).toEqual([
    '3',
    '2',
    '1',
    '1',
    '1',
  ])
  expect([of('3', 'adjust'), stabilityOf(undefined)]).toEqual([undefined, undefined])
})
