import { useInfiniteQuery, type InfiniteData, type QueryKey } from '@tanstack/vue-query'
import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useQueryStore } from '@/api/queries'

export interface Page<T> {
  items: readonly T[]
  cursor?: string | undefined
}

/** Asks for a page of one list: the first where there is no cursor. */
export type AskPage<T, P extends Page<T> = Page<T>> = (cursor: string | undefined) => Promise<P>

/** So many rows at first, whatever the pages hold: a page may be empty before more follow. */
const First = 24

interface Place {
  list: number
  cursor?: string | undefined
}

/**
 * Rows of one list after another, a page at a time, with their states. For another key it begins anew.
 * @param queryKey What is asked for, with all that tells it apart.
 * @param lists One after the other; while there are none, nothing is asked.
 * @param atLeast So many rows are read before anybody asks for more.
 */
export function usePagedData<T, P extends Page<T> = Page<T>>(
  queryKey: MaybeRefOrGetter<QueryKey>,
  lists: () => readonly AskPage<T, P>[],
  { atLeast = First } = {},
) {
  const queries = useQueryStore().client
  const key = computed(() => toValue(queryKey))
  const query = useInfiniteQuery(
    {
      queryKey: key,
      queryFn: ({ pageParam: { list, cursor } }) => lists()[list]!(cursor),
      initialPageParam: { list: 0 } as Place,
      getNextPageParam: ({ cursor }: P, _pages: P[], { list }: Place): Place | undefined => {
        if (cursor) return { list, cursor }
        return list + 1 < lists().length ? { list: list + 1 } : undefined
      },
      enabled: () => lists().length > 0,
      shallow: true,
    },
    queries,
  )
  const { isFetching: isLoading, hasNextPage: hasMore } = query
  const pages = computed(() => (query.data.value as InfiniteData<P> | undefined)?.pages ?? [])
  const rows = computed<readonly T[]>(() => pages.value.flatMap(({ items }) => items))
  const fault = computed(() => (isLoading.value ? undefined : (query.error.value ?? undefined)))

  const isComplete = computed(() => pages.value.length > 0 && !hasMore.value)

  watch(
    () => hasMore.value && !isLoading.value && !fault.value && rows.value.length < atLeast,
    (isShort) => isShort && void query.fetchNextPage({ cancelRefetch: false }),
    { immediate: true },
  )

  /** As many pages as there were, as they are now. */
  async function load(): Promise<void> {
    // A question that is under way was about how it was before.
    void queries.cancelQueries({ queryKey: key.value, exact: true })
    await query.refetch()
  }

  /** The next page, or the one that is being read; where it cannot be read, it says why. */
  async function nextPage(): Promise<void> {
    if (isComplete.value) return
    const { error } = await query.fetchNextPage({ cancelRefetch: false })
    if (error) throw error
  }

  /** The next page for a list that is scrolled; where it cannot be read, `fault` says why. */
  async function more(): Promise<void> {
    await nextPage().catch(() => undefined)
  }

  /** To the end, or so many rows. */
  async function all(atMost = Infinity): Promise<void> {
    const own = key.value
    while (own === key.value && hasMore.value && !fault.value && rows.value.length < atMost) await more()
  }

  /** Rows as they are now, by what was learnt of them since. */
  function change(row: (before: T) => T): void {
    void queries.cancelQueries({ queryKey: key.value, exact: true })
    queries.setQueryData<InfiniteData<P>>(
      key.value,
      (found) => found && { ...found, pages: found.pages.map((page) => ({ ...page, items: page.items.map(row) })) },
    )
  }

  return { rows, pages, isLoading, isComplete, fault, hasMore, load, nextPage, more, all, change }
}
