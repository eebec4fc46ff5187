import { answer } from '@/api'
import { fetchOrCached, forgettingWhatIsGone } from '@/offline/cachedAnswer'
import { useFollowed } from './followed'

/** A household; while it is on its way it is looked at again. Without signal, as it was seen last. */
export function useHousehold(householdId: string) {
  const { value, ...rest } = useFollowed(
    ['household', householdId],
    (client) =>
      forgettingWhatIsGone(householdId, () =>
        fetchOrCached(
          `household:${householdId}`,
          async () => (await answer(client.GET('/api/households/{householdId}', { params: { path: { householdId } } }))).data,
        ),
      ),
    (household) => household,
  )
  return { household: value, ...rest }
}
