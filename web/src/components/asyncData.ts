import { useQuery, type QueryKey } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useQueryStore } from '@/api/queries'

/**
 * What a page asks for when it opens, with its states. Asked again, the answer of the newest question is shown.
 * @param queryKey What is asked for, with the ids that tell it apart: parts that ask for the same at the same time ask once.
 */
export function useAsyncData<T>(queryKey: QueryKey, ask: () => Promise<T>) {
  const queries = useQueryStore().client
  const { data: answered, error, isFetching: isLoading, refetch } = useQuery({ queryKey, queryFn: ask, shallow: true }, queries)
  const data = computed({
    get: () => answered.value as T | undefined,
    set: (shown) => {
      void queries.cancelQueries({ queryKey, exact: true })
      queries.setQueryData(queryKey, shown)
    },
  })
  const fault = computed(() => (isLoading.value ? undefined : (error.value ?? undefined)))

  async function load(): Promise<void> {
    // A question that is under way was about how it was before.
    void queries.cancelQueries({ queryKey, exact: true })
    await refetch()
  }

  return { data, isLoading, fault, load }
}
