import { describe, expect, it } from 'vitest'
import readings from '../../seeds/codes/readings.json'
import type { ReadingKind } from '@/readings/reading'
import { bodyOf, look, type Answers, type Rules } from '@/followUps/answers'
import type { Form } from '@/followUps/form'
import { atOnce, isInControl } from '@/followUps/rules'
import { momentOf } from '@/followUps/visitDraft'
import { codeLists, forms } from './support/seeds'

const form = (code: string): Form => forms[code]!
const rules: Rules = { kinds: readings.items as ReadingKind[], lists: codeLists, on: '2026-11-23' }
const known = (file: string, answers: Answers) => look(form(file), answers, rules).known
const mmHg = (value: string, unit = ''): { value: string; unit: string } => ({ value, unit })

describe('rules', () => {
  it('says once what several findings call for', () => {
    expect(atOnce(form('hypertension'), known('hypertension', { systolic: mmHg('180'), diastolic: mmHg('110') }), 50)).toHaveLength(1)
  })

  it('holds the pressure against the limit of the age, and says nothing where it is not known', () => {
    const at = (systolic: string, age: number | undefined) =>
      isInControl(form('hypertension'), known('hypertension', { systolic: mmHg(systolic), diastolic: mmHg('80') }), age)
    expect([at('139', 64), at('140', 64), at('149', 65), at('150', 65), at('139', undefined)]).toEqual([
      true,
      false,
      true,
      false,
      undefined,
    ])
  })
})

describe('answers', () => {
  const stateOf = (answers: Answers, code: string) =>
    look(form('hypertension'), answers, rules).fields.find(({ field }) => field.code === code)!

  it('tells the impossible from the unlikely', () => {
    expect(stateOf({ systolic: mmHg('400') }, 'systolic').wrong?.code).toBe('reading-impossible')
    expect(stateOf({ systolic: mmHg('twelve') }, 'systolic').wrong?.code).toBe('answer-type')
    expect(stateOf({ systolic: mmHg('230') }, 'systolic').unlikely).toEqual({ from: 80, to: 220, unit: 'mmHg' })
    expect(stateOf({ exerciseTimes: '2.5' }, 'exerciseTimes').wrong?.code).toBe('decimals')
  })

  it('sends what is asked and nothing else', () => {
    const answers: Answers = { systolic: mmHg('17.3', 'kPa'), smoking: '10', adherence: '1', adherenceReason: 'forgotten', otherSigns: '' }
    expect(bodyOf(look(form('hypertension'), answers, rules).fields, answers)).toEqual({
      systolic: { value: 17.3, unit: 'kPa' },
      smoking: 10,
      adherence: '1',
    })
  })

  it('keeps the second where nobody chose another minute', () => {
    const begunAt = '2026-11-25T01:08:33.000Z'
    expect(momentOf({ begunAt, at: '2026-11-25T09:08' })).toBe(begunAt)
    expect(momentOf({ begunAt, at: '2026-11-25T08:00' })).toBe('2026-11-25T08:00:00+08:00')
  })
})
