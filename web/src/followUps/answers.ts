import type { Schemas } from '@/api'
import { rounded } from '@/readings/decimal'
import { meets } from '@/readings/comparison'
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
  /** A code of the service, whose words stand under `followUps.checks`. */
  wrong?: { code: string; values: Record<string, string | number> } | undefined
  /** Possible, but to be confirmed. */
  unlikely?: { from: number; to: number; unit: string } | undefined
}

/** What answers are held against; without code lists (never signed in with signal) codes are left to the service. */
export interface Rules {
  kinds: readonly ReadingKind[]
  lists: Schemas['Codes']['lists']
  /** The day of the visit in Meizhou: 2026-11-22; empty where it is not known. */
  on: string
}

/** @param at When the visit was made, as a field for China's time holds it: 2026-11-23T09:30. */
export function rulesOf(codes: Schemas['Codes'] | undefined, at: string): Rules {
  return { kinds: codes?.readings ?? [], lists: codes?.lists ?? {}, on: at.slice(0, 10) }
}

export function holds(condition: Schemas['FormCondition'], known: Known, age: number | undefined): boolean {
  const answer = known[condition.field]
  if (answer === undefined) return false
  if (!condition.comparison) return [answer].flat().some((code) => condition.in?.includes(String(code)))
  const variant = (condition.variants ?? [])
    .filter(({ minimumAge }) => age !== undefined && age >= minimumAge)
    .sort((one, other) => other.minimumAge - one.minimumAge)[0]
  const limit = variant?.value ?? condition.value ?? 0
  return meets(condition.comparison, Number(answer), limit)
}

/** Every field of the form as it stands, live; the service decides. */
export function look(form: Form, answers: Answers, rules: Rules): { fields: FieldState[]; known: Known } {
  const known: Known = {}
  const fields = fieldsOf(form).map((field) => {
    const isAsked = !field.showWhen || holds(field.showWhen, known, undefined)
    const state: FieldState = { field, isAsked, isAnswered: false }
    if (!isAsked) return state
    const answer = answers[field.code]
    if (field.type === 'reading' || field.type === 'number') lookAtNumber(state, answer, rules.kinds, known)
    else if (!isEmpty(answer)) {
      state.isAnswered = true
      const code = flawOf(field, answer, rules)
      if (code) state.wrong = { code, values: {} }
      else known[field.code] = answer as string | string[] | boolean
    }
    return state
  })
  return { fields, known }
}

/** The code of what keeps a visit from being sent; undefined where nothing does. */
export function wrongOf({ field, isAsked, isAnswered, wrong, unlikely }: FieldState, confirmed: readonly string[]): string | undefined {
  if (!isAsked) return undefined
  if (wrong) return wrong.code
  if (field.required && !isAnswered) return 'required'
  return unlikely && !confirmed.includes(field.code) ? 'confirm-unlikely' : undefined
}

/** Codes that go with no other: none, unknown. */
export const exclusiveIn = (field: Field, lists: Rules['lists']): Set<string> =>
  new Set([...(field.options ?? lists[field.list ?? ''] ?? [])].filter(({ exclusive }) => exclusive).map(({ code }) => code))

function isEmpty(answer: Answers[string]): boolean {
  if (Array.isArray(answer)) return answer.length === 0
  return answer === undefined || (typeof answer === 'string' && answer.trim() === '')
}

function flawOf(field: Field, answer: Answers[string], { lists, on }: Rules): string | undefined {
  if (field.type === 'date') return on !== '' && String(answer) > on ? 'in-the-future' : undefined
  if (!Array.isArray(answer) || answer.length < 2) return undefined
  const alone = exclusiveIn(field, lists)
  return answer.some((code) => alone.has(code)) ? 'choice-exclusive' : undefined
}

function lookAtNumber(state: FieldState, answer: Answers[string], kinds: readonly ReadingKind[], known: Known): void {
  const { field } = state
  const kind = kinds.find(({ code }) => code === field.reading)
  const typed: Typed =
    typeof answer === 'object' && !Array.isArray(answer) ? answer : { value: typeof answer === 'string' ? answer : '', unit: '' }
  if (typed.value.trim() === '') return
  state.isAnswered = true
  const value = kind ? canonical(kind, typed) : Number(typed.value)
  const [possible, likely, unit] = kind
    ? [kind.possible, kind.likely, kind.unit]
    : [{ from: field.minimum ?? -Infinity, to: field.maximum ?? Infinity }, field.likely, field.unit ?? '']
  const isTooFine = field.decimals !== undefined && rounded(typed.value, field.decimals) !== Number(typed.value)
  const isPossible = value !== undefined && value >= possible.from && value <= possible.to
  if (value === undefined || !Number.isFinite(value)) state.wrong = { code: 'answer-type', values: {} }
  else if (isTooFine && (kind || isPossible)) state.wrong = { code: 'decimals', values: { count: field.decimals ?? 0 } }
  else if (!isPossible) state.wrong = { code: kind ? 'reading-impossible' : 'out-of-range', values: { ...possible, unit } }
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
