import { describe, expect, it } from 'vitest'
import cases from '../../seeds/cases/visits.json'
import readings from '../../seeds/codes/readings.json'
import type { ReadingKind } from '@/readings/reading'
import { look, wrongOf, type Answers, type Rules } from '@/followUps/answers'
import { fieldsOf, type Form } from '@/followUps/form'
import { isInControl, urgentIn } from '@/followUps/rules'
import { codeLists, forms } from './support/seeds'

// tests/FollowUps/VisitCaseTests.cs runs the same examples on the service's rules.
interface VisitCase {
  form: string
  changes: Record<string, unknown>
  age: number
  confirmed?: string[]
  wrong?: Record<string, string>
  inControl?: boolean
  urgent?: string[]
}

const rules: Rules = { kinds: readings.items as ReadingKind[], lists: codeLists, on: cases.on }
const good = cases.good as Record<string, Record<string, unknown>>

/** Answers as they are typed: numbers as texts. */
function typed(form: Form, told: Record<string, unknown>): Answers {
  const types = new Map(fieldsOf(form).map(({ code, type }) => [code, type]))
  const entries = Object.entries(told).filter(([, answer]) => answer !== null)
  return Object.fromEntries(
    entries.map(([code, answer]) => {
      if (types.get(code) === 'number') return [code, String(answer)]
      if (types.get(code) !== 'reading') return [code, answer as string | string[] | boolean]
      const { value, unit } = typeof answer === 'object' ? (answer as { value: number; unit?: string }) : { value: answer, unit: '' }
      return [code, { value: String(value), unit: unit ?? '' }]
    }),
  )
}

describe('examples of visits', () => {
  it.each((cases.items as unknown as VisitCase[]).map((one) => ({ ...one, about: JSON.stringify(one.changes) })))(
    '$form, $age years: $about',
    (one) => {
      const form = forms[one.form]!
      const { fields, known } = look(form, typed(form, { ...good[one.form], ...one.changes }), rules)

      const wrong = fields.flatMap((state) => {
        const code = wrongOf(state, one.confirmed ?? [])
        return code ? [[state.field.code, code] as const] : []
      })
      expect(Object.fromEntries(wrong)).toEqual(one.wrong ?? {})
      if (one.wrong) return
      expect([...new Set(urgentIn(form, known, one.age).map(({ field }) => field))].sort()).toEqual([...one.urgent!].sort())
      expect(isInControl(form, known, one.age)).toBe(one.inControl)
    },
  )
})
