import type { FieldError } from '@/api'
import { newId } from '@/api/clientId'
import type { Chosen } from '@/photographs/photograph'
import { minuteInChina, momentInChina, type Moment } from '@/i18n/time'
import type { Answers } from './answers'
import type { AnswersByForm } from './together'

/** A visit that is being filled in, by one form or by several at once. */
export interface VisitDraft {
  kind: 'visit'
  householdId: string
  member: number
  name: string
  villageCode: string
  /** One visit for each form; an id sent twice is one visit. */
  visits: { form: string; id: string }[]
  /** To the second, when it was begun. */
  begunAt: string
  /** When it was made, as a field for China's time holds it: 2026-11-23T09:30. */
  at: string
  contactMode: string
  answers: AnswersByForm
  /** Questions whose unlikely answers are right. */
  confirmed: string[]
  note: string
  /** Earlier than the rules ask for; empty for what they say. */
  nextDueOn?: string | undefined
  /** Of the visit; they go with the first of its forms. */
  photographs?: Chosen[] | undefined
  /** By form, what the service found wrong, until it is mended. */
  errors?: Record<string, FieldError[]> | undefined
}

/** As an earlier version of the app kept it: by one form. */
interface SingleDraft extends Omit<VisitDraft, 'visits' | 'answers' | 'errors'> {
  form: string
  answers: Answers
  errors?: FieldError[] | undefined
}

export const isVisitDraft = (content: unknown): content is VisitDraft | SingleDraft =>
  typeof content === 'object' && content !== null && (content as VisitDraft).kind === 'visit'

/** What was kept on the phone; undefined where it is no visit. @param id Of the draft: that of the visit, where it was by one form. */
export function visitDraftIn(content: unknown, id: string): VisitDraft | undefined {
  if (!isVisitDraft(content)) return undefined
  if (!('form' in content)) return content
  const { form, answers, errors, ...rest } = content
  return { ...rest, visits: [{ form, id }], answers: { [form]: answers }, errors: errors && { [form]: errors } }
}

export const formsOf = ({ visits }: VisitDraft): string[] => visits.map(({ form }) => form)

/** Takes a form into the visit, or leaves it out; what was answered for it stays. @param order In which forms are asked. */
export function coverForm(draft: VisitDraft, form: string, isOn: boolean, order: readonly string[]): void {
  const others = draft.visits.filter((visit) => visit.form !== form)
  draft.visits = (isOn ? [...others, { form, id: newId() }] : others).sort(
    (one, other) => order.indexOf(one.form) - order.indexOf(other.form),
  )
}

/** The moment of the visit: to the second where nobody chose another, so that it comes after what was measured in the same minute. */
export function momentOf({ begunAt, at }: Pick<VisitDraft, 'begunAt' | 'at'>): Moment {
  return at === minuteInChina(new Date(begunAt)) ? begunAt : (momentInChina(at) ?? '')
}

export function newVisit(about: Pick<VisitDraft, 'householdId' | 'member' | 'name' | 'villageCode'>, forms: readonly string[]): VisitDraft {
  const now = new Date()
  return {
    kind: 'visit',
    ...about,
    visits: forms.map((form) => ({ form, id: newId() })),
    begunAt: now.toISOString(),
    at: minuteInChina(now),
    contactMode: '',
    answers: {},
    confirmed: [],
    note: '',
  }
}
