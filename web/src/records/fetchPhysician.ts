import { answer, quietApi, type Schemas } from '@/api'
import { fetchOrCached } from '@/offline/cachedAnswer'
import { useQueryStore } from '@/api/queries'

/** Milliseconds. Physicians are named on many pages, and their names seldom change. */
const Fresh = 10 * 60_000

/** Asked once, however many parts of however many pages name them. Names help: without signal there are still the ids. */
export const fetchPhysician = (physicianId: string): Promise<Schemas['Physician'] | undefined> =>
  useQueryStore()
    .client.fetchQuery({
      queryKey: ['physician', physicianId],
      queryFn: async () =>
        (
          await fetchOrCached(
            `physician:${physicianId}`,
            async () => (await answer(quietApi.GET('/api/physicians/{physicianId}', { params: { path: { physicianId } } }))).data,
          )
        ).value,
      staleTime: Fresh,
      gcTime: Fresh,
    })
    .catch(() => undefined)
