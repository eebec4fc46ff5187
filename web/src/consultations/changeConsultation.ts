import { answer, api, type Schemas } from '@/api'
import type { MemberKey } from '@/records/memberPaths'
import type { Consultation } from './fetchConsultations'

type Key = MemberKey & { consultationId: string }

/** @param key With the message's id: sent again under it, it is the same message. */
export async function writeMessage(key: Key & { messageId: string }, body: Schemas['MessageRequest']): Promise<Consultation> {
  const params = { path: key }
  const url = '/api/households/{householdId}/members/{member}/consultations/{consultationId}/messages/{messageId}'
  return (await answer(api.PUT(url, { params, body }))).data
}

export async function acknowledge(key: Key, messageId: string): Promise<Consultation> {
  const params = { path: key }
  const url = '/api/households/{householdId}/members/{member}/consultations/{consultationId}/acknowledgement'
  return (await answer(api.POST(url, { params, body: { messageId } }))).data
}

export async function closeConsultation(key: Key): Promise<Consultation> {
  const url = '/api/households/{householdId}/members/{member}/consultations/{consultationId}/closure'
  return (await answer(api.POST(url, { params: { path: key } }))).data
}
