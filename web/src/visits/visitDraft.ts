import type { FieldError } from '@/api'
import type { Answers } from './answers'

/** A visit that is being filled in. */
export interface VisitDraft {
  kind: 'visit'
  householdId: string
  member: number
  name: string
  villageCode: string
  form: string
  /** A moment, as a field for local time holds it: 2026-11-23T09:30. */
  at: string
  way: string
  answers: Answers
  confirmed: string[]
  note: string
  /** What the service found wrong, until it is mended. */
  errors?: FieldError[] | undefined
}

export const isVisitDraft = (content: unknown): content is VisitDraft => typeof content === 'object' && content !== null && (content as VisitDraft).kind === 'visit'

/** 32 hexadecimal characters: sent twice, it is one visit. */
export const newVisitId = (): string => crypto.randomUUID().replaceAll('-', '')

export function localNow(now: Date = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

export function newVisit(about: Pick<VisitDraft, 'householdId' | 'member' | 'name' | 'villageCode' | 'form'>): VisitDraft {
  return { kind: 'visit', ...about, at: localNow(), way: '', answers: {}, confirmed: [], note: '' }
}
