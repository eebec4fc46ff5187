import { beforeEach, expect, test, vi } from 'vitest'
import type { Schemas } from '@/api'
import { coursesOn, dosage } from '@/print/drugs'
import { pastHistory } from '@/print/forms/referralParts'
import { resultsAround } from '@/print/forms/healthCheck'
import { stabilityOf } from '@/print/forms/severeMentalDisorderVisit'
import { textsFor } from '@/print/forms/educationPrescription'
import { ageOn } from '@/print/printedMember'
import { quoted, runningHead } from '@/print/runningHead'
import { bodyMassIndex, byFour, fetchLatest, fetchVisits, numbersOf, visitsAmong, type Visit } from '@/print/visits'
import { printedMember, visitEntry } from './support/printed'

const { fetchEntries } = vi.hoisted(() => ({ fetchEntries: vi.fn() }))
vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())
vi.mock('@/records/fetchRecords', () => ({ fetchEntries }))

const at = (day: string) => `${day}T08:00:00+08:00`
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

test('a drug is of a visit from the day on which it was begun to the day before it was stopped', () => {
  const course = (known: object) => ({ drug: { code: 'amlodipine' }, dose: { amount: 5, unit: 'mg', frequency: 'twiceDaily' }, ...known })
  const medication = {
    running: [course({ id: 'now', since: '2026-11-20' }), course({ id: 'until', since: '2026-01-01', until: '2026-11-20' })],
    stopped: [course({ id: 'stopped', since: '2026-01-02', stopped: { on: '2026-11-20' } })],
  } as unknown as Schemas['Medication']
  const on = (day: string) => coursesOn(printedMember({ medication }), day).map(({ id }) => id)
  expect([on('2026-11-19'), on('2026-11-20'), on('2026-11-21')]).toEqual([['until', 'stopped'], ['until', 'now'], ['now']])
  const words = dosage(printedMember(), medication.running[0]).map((piece) =>
    typeof piece === 'object' && 'text' in piece ? piece.text : piece,
  )
  expect(words.join('')).toBe('每日2次 每次5毫克')
})

test('a report belongs to a check within thirty days of it, and the newest value counts', () => {
  const report = (day: string, value: number) =>
    ({ takenAt: at(day), values: [{ code: 'creatinine', value, unit: 'µmol/L', flag: 'normal' }] }) as unknown as Schemas['TestReport']
  const value = (...reports: Schemas['TestReport'][]) => resultsAround(reports, '2026-06-30').get('creatinine')?.value
  expect(value(report('2026-05-31', 70))).toBe(70)
  expect(value(report('2026-05-30', 70))).toBeUndefined()
  expect(value(report('2026-07-30', 70))).toBe(70)
  expect(value(report('2026-07-31', 70))).toBeUndefined()
  expect(value(report('2026-06-20', 80), report('2026-06-10', 70))).toBe(80)
  expect(resultsAround([report('2026-06-30', 70)], undefined).size).toBe(0)
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

test('what was diagnosed is not said twice', () => {
  const record = {
    conditions: [{ code: 'I10', diagnosedOn: '2020-05-01' }, { code: 'E11' }],
    basicInformation: { pastIllnesses: [{ code: '1' }, { code: '2' }, { code: '10' }] },
  } as unknown as Schemas['Record']
  expect(pastHistory(printedMember({ record }))).toBe('高血压（2020-05确诊）；2型糖尿病；肝炎')
  expect(pastHistory(printedMember())).toBe('')
})

test('texts about an illness of the member come first, then those for everybody', () => {
  const text = (code: string, ...conditions: string[]) => ({ code, conditions }) as never
  const member = { ...printedMember().member, conditions: ['I10'] }
  expect(textsFor(printedMember({ member }), [text('all'), text('tb', 'A15'), text('own', 'I10')]).map(({ code }) => code)).toEqual([
    'own',
    'all',
  ])
})

test('somebody is a year older from the birthday on', () => {
  expect([ageOn('1952-02-03', '2026-02-02'), ageOn('1952-02-03', '2026-02-03'), ageOn(undefined, '2026-02-03')]).toEqual([
    73,
    74,
    undefined,
  ])
})

test('a name in the head of a page ends nothing', () => {
  expect(quoted('甲"; } \\ 乙\n丙')).toBe('"甲\\"; } \\\\ 乙 丙"')
  expect(runningHead('')).toBe('')
})
