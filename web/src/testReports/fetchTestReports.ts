import { answer, api, type Schemas } from '@/api'
import { fetchIfThere, fetchOrCached } from '@/offline/cachedAnswer'
import type { MemberKey } from '@/records/memberPaths'

export async function fetchTests(): Promise<Schemas['LabTest'][]> {
  return (await fetchOrCached('labTests', async () => (await answer(api.GET('/api/lab-tests'))).data)).value.items
}

/** Undefined where nobody answers and the phone has not kept them. */
export async function fetchTestReports({ householdId, member }: MemberKey): Promise<Schemas['TestReport'][] | undefined> {
  const path = { householdId, member }
  const ask = async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/test-reports', { params: { path } }))).data
  return (await fetchIfThere(`testReports:${householdId}:${member}`, ask))?.items
}
