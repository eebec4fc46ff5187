import { describe, expect, test } from 'vitest'
import readings from '../../seeds/codes/readings.json'
import cases from '../../seeds/cases/visits.json'
import type { ReadingKind } from '@/readings/reading'
import { bodyOf, look, wrongOf, type Answers, type Rules } from '@/followUps/answers'
import { fieldsOf } from '@/followUps/form'
import { together, type AnswersByForm } from '@/followUps/together'
import { visitDraftIn } from '@/followUps/visitDraft'
import { codeLists, forms } from './support/seeds'

const rules: Rules = { kinds: readings.items as ReadingKind[], lists: codeLists, on: '2026-11-23' }
const of = (...codes: string[]) => together(codes.map((code) => forms[code]!))
const pair = () => of('hypertension', 'type2Diabetes')
const mmHg = (value: string) => ({ value, unit: '' })

describe('forms that are asked together', () => {
  test('one form stays as it is', () => {
    expect(of('hypertension').form).toBe(forms['hypertension'])
  })

  test('ask for the same reading once, and need it where one of them does', () => {
    const { form, partsOf } = of('hypertension', 'type2Diabetes', 'elderlyHealthCheck')
    const codes = fieldsOf(form).map(({ code }) => code)
    for (const code of ['systolic', 'diastolic', 'weight', 'fastingGlucose', 'smoking', 'adherence', 'dangerSigns', 'symptoms'])
      expect([code, codes.filter((one) => one === code || one.endsWith(`.${code}`))]).toEqual([code, [code]])
    expect(partsOf('systolic').map((part) => part.form)).toEqual(['hypertension', 'type2Diabetes', 'elderlyHealthCheck'])
    expect(fieldsOf(form).find(({ code }) => code === 'weight')).toMatchObject({ required: true })
  })

  test('put choices of one name together, told apart where the same code means something else', () => {
    const { form } = pair()
    const options = fieldsOf(form).find(({ code }) => code === 'dangerSigns')!.options!
    expect(options.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['none', 'headache', 'acetone', 'vision', 'type2Diabetes.vision']),
    )
    expect(options.filter(({ code }) => code === 'none')).toHaveLength(1)
    expect(options.filter(({ code }) => code === 'palpitations')).toHaveLength(1)
  })

  test('give each form what it knows of an answer, and none where that is nothing', () => {
    const asked = pair()
    const answers: AnswersByForm = {}
    asked.write(answers, 'dangerSigns', ['acetone'])
    expect(answers).toEqual({ hypertension: { dangerSigns: ['none'] }, type2Diabetes: { dangerSigns: ['acetone'] } })
    expect(asked.read(answers)['dangerSigns']).toEqual(['acetone'])
    asked.write(answers, 'dangerSigns', ['type2Diabetes.vision', 'headache'])
    expect(answers).toEqual({ hypertension: { dangerSigns: ['headache'] }, type2Diabetes: { dangerSigns: ['vision'] } })
    expect(asked.read(answers)['dangerSigns']).toEqual(['headache', 'type2Diabetes.vision'])
    asked.write(answers, 'dangerSigns', ['none'])
    expect(asked.read(answers)['dangerSigns']).toEqual(['none'])
    asked.write(answers, 'dangerSigns', [])
    expect(asked.read(answers)['dangerSigns']).toEqual([])
  })

  test('a form that is added later has what was answered before', () => {
    const answers: AnswersByForm = {}
    of('hypertension').write(answers, 'systolic', mmHg('128'))
    of('hypertension').write(answers, 'dangerSigns', ['none'])
    pair().spread(answers)
    expect(answers['type2Diabetes']).toEqual({ systolic: mmHg('128'), dangerSigns: ['none'] })
  })

  const codes = Object.keys(forms)
  const pairs = codes.flatMap((one) => codes.filter((other) => other !== one).map((other) => [one, other] as const))

  test.each(pairs)('%s and %s ask nothing before what it hangs on, and each question has a code of its own', (one, other) => {
    const fields = fieldsOf(of(one, other).form)
    expect(new Set(fields.map(({ code }) => code)).size).toBe(fields.length)
    fields.forEach((field, index) => {
      if (field.showWhen) expect(fields.slice(0, index).map(({ code }) => code)).toContain(field.showWhen.field)
    })
    const labels = fields.map(({ label }) => label['zh-CN'])
    expect(new Set(labels).size).toBe(labels.length)
  })

  /** As typed. */
  function typed(code: string): Answers {
    const good = (cases.good as unknown as Record<string, Record<string, unknown>>)[code] ?? {}
    const types = new Map(fieldsOf(forms[code]!).map((field) => [field.code, field.type]))
    return Object.fromEntries(
      Object.entries(good).map(([field, answer]) => {
        if (types.get(field) === 'number') return [field, String(answer)]
        return [field, types.get(field) === 'reading' ? mmHg(String(answer)) : (answer as string | string[] | boolean)]
      }),
    )
  }

  test.each(pairs)('%s and %s, answered well, are two visits that are right', (one, other) => {
    const asked = of(one, other)
    const answers: AnswersByForm = { [other]: typed(other), [one]: typed(one) }
    asked.spread(answers)
    const seen = look(asked.form, asked.read(answers), rules)
    expect(seen.fields.flatMap((state) => wrongOf(state, []) ?? [])).toEqual([])
    for (const code of [one, other]) {
      const { fields } = look(forms[code]!, answers[code]!, rules)
      expect(fields.flatMap((state) => wrongOf(state, []) ?? [])).toEqual([])
      expect(Object.keys(bodyOf(fields, answers[code]!)).sort()).toEqual(expect.arrayContaining(Object.keys(typed(code)).sort()))
    }
  })
})

test('a draft that an earlier version kept goes on as a visit by one form', () => {
  const kept = { kind: 'visit', householdId: 'h', member: 1, form: 'hypertension', answers: { systolic: mmHg('128') }, confirmed: [] }
  expect(visitDraftIn(kept, 'visit-1')).toMatchObject({
    visits: [{ form: 'hypertension', id: 'visit-1' }],
    answers: { hypertension: { systolic: mmHg('128') } },
  })
  expect(visitDraftIn({ form: {} }, 'draft')).toBeUndefined()
})
