import { answer, api, type Schemas } from '@/api'
import { fetchOrCached, keepAnswer } from '@/offline/cachedAnswer'
import type { MemberKey } from '@/records/memberPaths'

export type Medication = Schemas['Medication']
export type Course = Schemas['Course']

/** For health workers, without signal, as it was seen last. */
export async function fetchMedication(key: MemberKey): Promise<Medication> {
  const path = { ...key }
  const fetched = await fetchOrCached(
    nameOf(key),
    async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/medication', { params: { path } }))).data,
  )
  return fetched.value
}

/** As it stands after something was changed, should the signal go before it is asked for again. */
export const keepMedication = (key: MemberKey, medication: Medication): Promise<void> => keepAnswer(nameOf(key), medication)

const nameOf = ({ householdId, member }: MemberKey): string => `medication:${householdId}:${member}`
