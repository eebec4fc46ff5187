import type { Schemas } from '@/api'
import { rounded } from '@/readings/decimal'
import { canonical, type ReadingKind } from '@/readings/reading'
import { fieldsOf, type Field, type Form } from './form'

/** A reading as it is typed. */
export interface Typed {
  value: string
  unit: string
}

/** By field, as they stand on the screen. */
export type Answers = Record<string, string | string[] | boolean | Typed | undefined>

/** By field, as rules see them: readings in their own units. */
export type Known = Record<string, number | string | string[] | boolean>

export interface FieldState {
  field: Field
  isAsked: boolean
  isAnswered: boolean
  /** A code whose words stand under `visit.checks`. */
  wrong?: { code: string; values: Record<string, string | number> } | undefined
  /** Possible, but to be confirmed. */
  unlikely?: { from: number; to: number; unit: string } | undefined
}

type Condition = Schemas['FormCondition']

export function holds(condition: Condition, known: Known, age: number | undefined): boolean {
  const answer = known[condition.field]
  if (answer === undefined) return false
  if (!condition.comparison) return [answer].flat().some((code) => condition.in?.includes(String(code)))
  const variant = (condition.variants ?? []).filter(({ minimumAge }) => age !== undefined && age >= minimumAge).sort((one, other) => other.minimumAge - one.minimumAge)[0]
  const limit = variant?.value ?? condition.value ?? 0
  const value = Number(answer)
  return { below: value < limit, atMost: value <= limit, atLeast: value >= limit, above: value > limit }[condition.comparison]
}

/** Every field of the form as it stands, live; the service decides. */
export function look(form: Form, answers: Answers, kinds: readonly ReadingKind[]): { fields: FieldState[]; known: Known } {
  const known: Known = {}
  const fields = fieldsOf(form).map((field) => {
    const isAsked = !field.showWhen || holds(field.showWhen, known, undefined)
    const state: FieldState = { field, isAsked, isAnswered: false }
    if (!isAsked) return state
    const answer = answers[field.code]
    if (field.type === 'reading' || field.type === 'number') lookAtNumber(state, answer, kinds, known)
    else if (Array.isArray(answer) ? answer.length > 0 : answer !== undefined && answer !== '') {
      known[field.code] = answer as string | string[] | boolean
      state.isAnswered = true
    }
    return state
  })
  return { fields, known }
}

function lookAtNumber(state: FieldState, answer: Answers[string], kinds: readonly ReadingKind[], known: Known): void {
  const { field } = state
  const kind = kinds.find(({ code }) => code === field.reading)
  const typed: Typed = typeof answer === 'object' && !Array.isArray(answer) ? answer : { value: typeof answer === 'string' ? answer : '', unit: '' }
  if (typed.value.trim() === '') return
  state.isAnswered = true
  const value = kind ? canonical(kind, typed) : Number(typed.value)
  const [possible, likely, unit] = kind ? [kind.possible, kind.likely, kind.unit] : [{ from: field.minimum ?? -Infinity, to: field.maximum ?? Infinity }, field.likely, field.unit ?? '']
  if (value === undefined || !Number.isFinite(value)) state.wrong = { code: 'number', values: {} }
  else if (value < possible.from || value > possible.to) state.wrong = { code: 'impossible', values: { ...possible, unit } }
  else if (field.decimals !== undefined && rounded(typed.value, field.decimals) !== Number(typed.value)) state.wrong = { code: 'decimals', values: { count: field.decimals } }
  else {
    known[field.code] = value
    if (likely && (value < likely.from || value > likely.to)) state.unlikely = { ...likely, unit }
  }
}

/** As the service takes them: what is not asked is not sent. */
export function bodyOf(fields: readonly FieldState[], answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(({ isAsked, isAnswered }) => isAsked && isAnswered)
      .map(({ field }) => {
        const answer = answers[field.code]
        if (field.type === 'number') return [field.code, Number(answer)]
        if (field.type !== 'reading') return [field.code, answer]
        const { value, unit } = answer as Typed
        return [field.code, unit ? { value: Number(value), unit } : Number(value)]
      }),
  )
}
