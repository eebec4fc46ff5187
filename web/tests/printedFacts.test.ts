import { expect, test, vi } from 'vitest'
import type { Schemas } from '@/api'
import { coursesOn, dosage } from '@/print/drugs'
import { textsFor } from '@/print/forms/educationPrescription'
import { resultsAround } from '@/print/forms/healthCheck'
import { pastHistory } from '@/print/forms/referralParts'
import { ageOn } from '@/print/printedMember'
import { quoted, runningHead } from '@/print/runningHead'
import { at, printedMember } from './support/printed'

vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())

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
