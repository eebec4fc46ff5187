import type { Schemas } from '@/api'
import type { NewParcel, Parcel } from '@/offline/outbox'
import type { MemberKey } from '@/records/memberPaths'

export interface QuestionParcel {
  memberKey: MemberKey
  /** Of the member, to be recognised in the outbox. */
  name: string
  threadId: string
  question: Schemas['StartThread']
}

export interface MessageParcel {
  memberKey: MemberKey
  name: string
  threadId: string
  messageId: string
  message: Schemas['WriteMessage']
}

export type ConsultationParcel = Parcel<QuestionParcel | MessageParcel>

export const isConsultationParcel = (parcel: Parcel): parcel is ConsultationParcel =>
  parcel.kind === 'question' || parcel.kind === 'message'

export const textOf = ({ body }: ConsultationParcel): string => ('question' in body ? body.question.text : body.message.text)

// Parcels of one consultation wait for each other, and for nothing else.
const subjectOf = (threadId: string): string => `thread:${threadId}`

export function questionParcel(
  memberKey: MemberKey,
  name: string,
  threadId: string,
  question: Schemas['StartThread'],
): NewParcel<QuestionParcel> {
  return { id: threadId, subject: subjectOf(threadId), kind: 'question', body: { memberKey, name, threadId, question } }
}

export function messageParcel(
  memberKey: MemberKey,
  name: string,
  threadId: string,
  messageId: string,
  message: Schemas['WriteMessage'],
): NewParcel<MessageParcel> {
  return { id: messageId, subject: subjectOf(threadId), kind: 'message', body: { memberKey, name, threadId, messageId, message } }
}
