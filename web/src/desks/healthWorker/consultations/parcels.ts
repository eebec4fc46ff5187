import type { Schemas } from '@/api'
import type { NewParcel, Parcel } from '@/offline/outbox'
import type { MemberKey } from '@/records/memberPaths'

export interface QuestionParcel {
  memberKey: MemberKey
  /** Of the member, to be recognised in the outbox. */
  name: string
  consultationId: string
  question: Schemas['StartConsultationRequest']
}

export interface MessageParcel {
  memberKey: MemberKey
  name: string
  consultationId: string
  messageId: string
  message: Schemas['MessageRequest']
}

export type ConsultationParcel = Parcel<QuestionParcel | MessageParcel>

export const isConsultationParcel = (parcel: Parcel): parcel is ConsultationParcel =>
  parcel.kind === 'question' || parcel.kind === 'message'

export const textOf = ({ body }: ConsultationParcel): string => ('question' in body ? body.question.text : body.message.text)

// Parcels of one consultation wait for each other, and for nothing else.
const subjectOf = (consultationId: string): string => `consultation:${consultationId}`

export function questionParcel(
  memberKey: MemberKey,
  name: string,
  consultationId: string,
  question: Schemas['StartConsultationRequest'],
): NewParcel<QuestionParcel> {
  return { id: consultationId, subject: subjectOf(consultationId), kind: 'question', body: { memberKey, name, consultationId, question } }
}

export function messageParcel(
  memberKey: MemberKey,
  name: string,
  consultationId: string,
  messageId: string,
  message: Schemas['MessageRequest'],
): NewParcel<MessageParcel> {
  return {
    id: messageId,
    subject: subjectOf(consultationId),
    kind: 'message',
    body: { memberKey, name, consultationId, messageId, message },
  }
}
