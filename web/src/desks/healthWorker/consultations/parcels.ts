import type { Schemas } from '@/api'
import type { NewParcel, Parcel } from '@/offline/outbox'
import type { Whose } from '@/talks/asking'

export interface QuestionParcel {
  whose: Whose
  /** Of the member, to be recognised in the outbox. */
  name: string
  threadId: string
  question: Schemas['StartThread']
}

export interface MessageParcel {
  whose: Whose
  name: string
  threadId: string
  messageId: string
  message: Schemas['WriteMessage']
}

export type TalkParcel = Parcel<QuestionParcel | MessageParcel>

export const isTalk = (parcel: Parcel): parcel is TalkParcel => parcel.kind === 'question' || parcel.kind === 'message'

export const textOf = ({ body }: TalkParcel): string => ('question' in body ? body.question.text : body.message.text)

// Parcels of one thread wait for each other, and for nothing else.
const subjectOf = (threadId: string): string => `thread:${threadId}`

export function questionParcel(whose: Whose, name: string, threadId: string, question: Schemas['StartThread']): NewParcel<QuestionParcel> {
  return { id: threadId, subject: subjectOf(threadId), kind: 'question', body: { whose, name, threadId, question } }
}

export function messageParcel(whose: Whose, name: string, threadId: string, messageId: string, message: Schemas['WriteMessage']): NewParcel<MessageParcel> {
  return { id: messageId, subject: subjectOf(threadId), kind: 'message', body: { whose, name, threadId, messageId, message } }
}
