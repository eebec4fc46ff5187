import { answer, api, ApiProblem, type Schemas } from '@/api'
import { fetchIfThere } from '@/offline/cachedAnswer'
import type { MemberKey } from '@/records/memberPaths'

/** Null where the member has none, which is no fault; undefined where nobody answers and the phone has not kept it. */
export function fetchHealthCard({ householdId, member }: MemberKey): Promise<Schemas['HealthCard'] | null | undefined> {
  const path = { householdId, member }
  const ask = () =>
    answer<Schemas['HealthCard']>(api.GET('/api/households/{householdId}/members/{member}/health-card', { params: { path } })).then(
      ({ data }) => data,
      (caught: unknown) => {
        if (caught instanceof ApiProblem && caught.status === 404) return null
        throw caught
      },
    )
  return fetchIfThere(`healthCard:${householdId}:${member}`, ask)
}
