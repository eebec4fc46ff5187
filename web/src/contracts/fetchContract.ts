import { answer, api, ApiProblem, type Schemas } from '@/api'
import { fetchIfThere, fetchOrCached } from '@/offline/cachedAnswer'

export async function fetchPackages(): Promise<Schemas['ServicePackage'][]> {
  return (await fetchOrCached('contractPackages', async () => (await answer(api.GET('/api/contract-packages'))).data)).value.items
}

/**
 * What a household signed for a year: null where it signed nothing, which is no fault; undefined where nobody answers and the phone has
 * not kept it.
 */
export function fetchContract(householdId: string, year: number): Promise<Schemas['Contract'] | null | undefined> {
  const ask = () =>
    answer<Schemas['Contract']>(
      api.GET('/api/households/{householdId}/contracts/{year}', { params: { path: { householdId, year } } }),
    ).then(
      ({ data }) => data,
      (caught: unknown) => {
        if (caught instanceof ApiProblem && caught.status === 404) return null
        throw caught
      },
    )
  return fetchIfThere(`contract:${householdId}:${year}`, ask)
}
