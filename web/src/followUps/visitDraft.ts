import type { FieldError } from '@/api'
import { minuteInChina, momentInChina, type Moment } from '@/i18n/time'
import type { Answers } from './answers'

/** A visit that is being filled in. */
export interface VisitDraft {
  kind: 'visit'
  householdId: string
  member: number
  name: string
  villageCode: string
  form: string
  /** To the second, when it was begun. */
  begunAt: string
  /** When it was made, as a field for China's time holds it: 2026-11-23T09:30. */
  at: string
  contactMode: string
  answers: Answers
  confirmed: string[]
  note: string
  /** Earlier than the rules ask for; empty for what they say. */
  nextDueOn?: string | undefined
  /** What the service found wrong, until it is mended. */
  errors?: FieldError[] | undefined
}

export const isVisitDraft = (content: unknown): content is VisitDraft =>
  typeof content === 'object' && content !== null && (content as VisitDraft).kind === 'visit'

/** 32 hexadecimal characters: sent twice, it is one visit. */
export const newVisitId = (): string => crypto.randomUUID().replaceAll('-', '')

/** The moment of the visit: to the second where nobody chose another, so that it comes after what was measured in the same minute. */
export function momentOf({ begunAt, at }: Pick<VisitDraft, 'begunAt' | 'at'>): Moment {
  return at === minuteInChina(new Date(begunAt)) ? begunAt : (momentInChina(at) ?? '')
}

export function newVisit(about: Pick<VisitDraft, 'householdId' | 'member' | 'name' | 'villageCode' | 'form'>): VisitDraft {
  const now = new Date()
  return {
    kind: 'visit',
    ...about,
    begunAt: now.toISOString(),
    at: minuteInChina(now),
    contactMode: '',
    answers: {},
    confirmed: [],
    note: '',
  }
}
