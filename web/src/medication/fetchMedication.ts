import { answer, api, type Schemas } from '@/api'
import { fetchOrCached } from '@/offline/cachedAnswer'
import type { MemberKey } from '@/records/memberPaths'

export type Medication = Schemas['Medication']
export type Course = Schemas['Course']

/** For health workers, without signal, as it was seen last. */
export async function fetchMedication(key: MemberKey): Promise<Medication> {
  const path = { ...key }
  const fetched = await fetchOrCached(
    `medication:${key.householdId}:${key.member}`,
    async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/medication', { params: { path } }))).data,
  )
  return fetched.value
}
