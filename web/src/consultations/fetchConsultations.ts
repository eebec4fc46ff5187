import { answer, api, type Schemas } from '@/api'
import { fetchOrCached } from '@/offline/cachedAnswer'
import type { MemberKey } from '@/records/memberPaths'

export type Consultation = Schemas['Thread']
export type ConsultationPage = Schemas['ThreadPage']
export type Message = Schemas['Message']

/** For health workers, without signal, as they were seen last. */
export async function fetchConsultations(key: MemberKey): Promise<ConsultationPage> {
  const path = { ...key }
  const fetched = await fetchOrCached(
    `threads:${key.householdId}:${key.member}`,
    async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/threads', { params: { path } }))).data,
  )
  return fetched.value
}

/** More of the closed ones: only with signal. */
export async function fetchConsultationsAfter(key: MemberKey, cursor: string): Promise<ConsultationPage> {
  const params = { path: { ...key }, query: { cursor } }
  return (await answer(api.GET('/api/households/{householdId}/members/{member}/threads', { params }))).data
}

/** For health workers, without signal, as it was seen last. */
export async function fetchConsultation(key: MemberKey, threadId: string): Promise<Consultation> {
  const path = { ...key, threadId }
  const fetched = await fetchOrCached(
    `thread:${threadId}`,
    async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/threads/{threadId}', { params: { path } }))).data,
  )
  return fetched.value
}
