import { answer, api, type Schemas } from '@/api'
import { fetchOrCached } from '@/offline/cachedAnswer'
import type { MemberKey } from '@/records/memberPaths'

export type Consultation = Schemas['Consultation']
export type ConsultationPage = Schemas['ConsultationPage']
export type Message = Schemas['Message']

/** For health workers, without signal, as they were seen last. */
export async function fetchConsultations(key: MemberKey): Promise<ConsultationPage> {
  const path = { ...key }
  const fetched = await fetchOrCached(
    `consultations:${key.householdId}:${key.member}`,
    async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/consultations', { params: { path } }))).data,
  )
  return fetched.value
}

/** More of the closed ones: only with signal. */
export async function fetchConsultationsAfter(key: MemberKey, cursor: string): Promise<ConsultationPage> {
  const params = { path: { ...key }, query: { cursor } }
  return (await answer(api.GET('/api/households/{householdId}/members/{member}/consultations', { params }))).data
}

/** For health workers, without signal, as it was seen last. */
export async function fetchConsultation(key: MemberKey, consultationId: string): Promise<Consultation> {
  const path = { ...key, consultationId }
  const fetched = await fetchOrCached(
    `consultation:${consultationId}`,
    async () =>
      (await answer(api.GET('/api/households/{householdId}/members/{member}/consultations/{consultationId}', { params: { path } }))).data,
  )
  return fetched.value
}
