import { answer } from '@/api'
import { useAsyncData } from '@/components/asyncData'

export const Every = 30_000

/** How the service does, read again every 30 seconds while somebody can see it. What could not be read again stays, with its time. */
export function useOperations() {
  const { data: operations, ...states } = useAsyncData(
    ['operations'],
    async (client) => (await answer(client.GET('/api/operations'))).data,
    { every: () => Every },
  )
  return { operations, ...states }
}
