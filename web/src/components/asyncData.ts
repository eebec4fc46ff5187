import { useQuery, type QueryKey } from '@tanstack/vue-query'
import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api, quietApi } from '@/api'
import type { Api } from '@/api/client'
import { useQueryStore } from '@/api/queries'

interface Seen<T> {
  data: T | undefined
  fault: unknown
}

interface Options<T> {
  /** While it says no, nothing is asked. */
  isWanted?: () => boolean
  /** After how many milliseconds it is asked again by itself, while somebody can see the page; not at all where it says nothing. */
  every?: (seen: Seen<T>) => number | undefined
}

const Pauses = [800, 1_200, 2_000, 3_000, 5_000, 8_000, 15_000]

/** How long to wait for what may be there soon, or else takes long. */
export const growingPause = (looks: number): number => Pauses[Math.min(looks, Pauses.length - 1)]!

/**
 * What a page asks for, with its states. Asked again, the answer of the newest question is shown, and what could not be read again
 * stays. For another key nothing is shown until that is answered.
 * @param queryKey What is asked for, by a name that no other place has (answers of another shape must not be taken for it), with the ids
 *   that tell it apart: parts of a page that ask for the same at the same time ask once.
 * @param ask By a client that asks for the password where the session has run out; what is asked again by itself waits for it.
 */
export function useAsyncData<T>(
  queryKey: MaybeRefOrGetter<QueryKey>,
  ask: (client: Api) => Promise<T>,
  { isWanted = () => true, every = () => undefined }: Options<T> = {},
) {
  const queries = useQueryStore().client
  const key = computed(() => toValue(queryKey))
  /** Somebody waits for the answer. */
  const isWaitedFor = ref(true)
  let isAskedFor = true
  const pauseOf = (state: { data: T | undefined; error: unknown }): number | false =>
    every({ data: state.data, fault: state.error ?? undefined }) ?? false
  const query = useQuery(
    {
      queryKey: key,
      queryFn: () => {
        isWaitedFor.value = isAskedFor
        isAskedFor = false
        return ask(isWaitedFor.value ? api : quietApi)
      },
      enabled: isWanted,
      refetchInterval: ({ state }) => pauseOf(state),
      // Whoever comes back to the window wants to know how it is now.
      refetchOnWindowFocus: ({ state }) => pauseOf(state) !== false,
      shallow: true,
    },
    queries,
  )
  watch(key, () => (isAskedFor = true), { flush: 'sync' })
  const isLoading = computed(() => query.isFetching.value && isWaitedFor.value)
  const data = computed({
    get: () => query.data.value as T | undefined,
    set: (shown) => {
      void queries.cancelQueries({ queryKey: key.value, exact: true })
      queries.setQueryData(key.value, shown)
    },
  })
  const fault = computed(() => (isLoading.value ? undefined : (query.error.value ?? undefined)))

  async function load(): Promise<void> {
    // A question that is under way was about how it was before.
    void queries.cancelQueries({ queryKey: key.value, exact: true })
    isAskedFor = true
    await query.refetch()
  }

  /** When that was answered which is shown, in milliseconds since 1970. */
  const readAt = query.dataUpdatedAt
  return { data, readAt, isLoading, fault, load }
}
