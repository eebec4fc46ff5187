// @vitest-environment happy-dom
import readings from '../../seeds/codes/readings.json'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCommonMessages } from '@/i18n/i18n'
import { lastValuesOf, textOfValues } from '@/registers/lastValues'
import { countText, sumOf } from '@/registers/registerCounts'
import { isStanding, standings, type RegisterLine } from '@/registers/register'
import { pathOf, type ReferralLedgerLine } from '@/registers/referralLedger'
import type { ReadingKind } from '@/readings/reading'
import { forms } from './support/seeds'

const kinds = readings.items as ReadingKind[]

beforeAll(loadCommonMessages)

describe('the last value', () => {
  const told = (form: string, values: Record<string, number> | undefined, age = 50): string =>
    textOfValues(lastValuesOf(values, { form: forms[form], kinds, age }), '、')

  test.each([
    ['hypertension', { systolic: 152, diastolic: 94 }, '血压 152/94 mmHg ↑'],
    ['hypertension', { systolic: 128, diastolic: 78, heartRate: 80 }, '血压 128/78 mmHg'],
    // The limit of the form, and just below it.
    ['hypertension', { systolic: 140, diastolic: 80 }, '血压 140/80 mmHg ↑'],
    ['hypertension', { systolic: 139, diastolic: 90 }, '血压 139/90 mmHg ↑'],
    ['hypertension', { systolic: 139, diastolic: 89 }, '血压 139/89 mmHg'],
    ['hypertension', { systolic: 152 }, '收缩压 152 mmHg ↑'],
    ['type2Diabetes', { fastingGlucose: 8.2, systolic: 130, diastolic: 80 }, '空腹血糖 8.2 mmol/L ↑'],
    ['tuberculosis', { doseAdherence: 80 }, '服药率 80 % ↓'],
    ['general', { systolic: 130, diastolic: 80, pain: 3 }, '血压 130/80 mmHg、疼痛评分（0至10） 3'],
    ['general', undefined, ''],
  ])('of %s with %o is "%s"', (form, values, expected) => expect(told(form, values as Record<string, number>)).toBe(expected))

  test('is held against what counts at that age', () => {
    expect(told('hypertension', { systolic: 145, diastolic: 80 }, 64)).toContain('↑')
    expect(told('hypertension', { systolic: 145, diastolic: 80 }, 65)).not.toContain('↑')
  })

  test('is nothing without a form', () => expect(lastValuesOf({ systolic: 1 }, { form: undefined, kinds, age: 1 })).toEqual([]))
})

test('who is in control, who is not, and who was never visited are told apart', () => {
  const line = (inControl: boolean | undefined, overdueDays = 0) => ({ inControl, overdueDays }) as RegisterLine
  const standingsOf = (one: RegisterLine) => standings.filter((standing) => isStanding(one, standing))
  expect(standingsOf(line(true))).toEqual(['in'])
  expect(standingsOf(line(false, 3))).toEqual(['out', 'overdue'])
  expect(standingsOf(line(undefined))).toEqual(['never'])
})

test('a referral whose patient is shown no longer leads nowhere', () => {
  const line = { id: 'a', householdId: 'h', member: 2 } as ReferralLedgerLine
  expect(pathOf(line)).toBe('/cases/h/2/referrals/a')
  expect(pathOf({ id: 'a' } as ReferralLedgerLine)).toBeUndefined()
})

describe('how many a register holds', () => {
  const count = (people: number, isMore = false) => ({ code: 'hypertension', people, isMore })
  const textOf = (...counts: ReturnType<typeof count>[]): string => countText(sumOf(counts.map((one) => [one])).get('hypertension')!)

  test.each([
    [[count(0)], '0'],
    [[count(312)], '312'],
    [[count(999)], '999'],
    [[count(999, true)], '999+'],
    // A part of a township that was too large to be counted whole.
    [[count(312, true)], '312+'],
    [[count(500), count(499)], '999'],
    [[count(500), count(500)], '999+'],
    [[count(3), count(4, true)], '7+'],
  ])('of %o is "%s"', (counts, expected) => expect(textOf(...counts)).toBe(expected))
})
