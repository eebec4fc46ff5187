import { computed, ref, watch } from 'vue'
import type { Schemas } from '@/api'
import { usePagedData } from '@/components/pagedData'
import { fetchEntries } from './fetchRecords'

/**
 * A record's history, newest first: the page that came with the member, and older ones as somebody asks for them.
 * @param first Where there is another one, what was read beyond it is forgotten.
 */
export function useEntries(recordNumber: () => string | undefined, first: () => Schemas['EntryPage'] | undefined) {
  const isWanted = ref(false)
  const cursor = computed(() => first()?.cursor)
  const older = usePagedData<Schemas['Entry']>(
    () => ['entries', recordNumber(), cursor.value],
    () => (isWanted.value && cursor.value ? [(next) => fetchEntries(recordNumber()!, next ?? cursor.value!)] : []),
    { atLeast: 1 },
  )
  watch(first, () => (isWanted.value = false), { flush: 'sync' })

  /** The next page back in time. */
  async function more(): Promise<void> {
    if (isWanted.value) await older.more()
    else isWanted.value = true
  }

  /** What was read beyond the first page, as it is now: an older entry may have been given a photograph. */
  async function refresh(): Promise<void> {
    if (isWanted.value) await older.load()
  }

  return {
    entries: computed(() => [...(first()?.items ?? []), ...older.rows.value]),
    hasMore: computed(() => (older.pages.value.length > 0 ? older.hasMore.value : cursor.value !== undefined)),
    isLoading: older.isLoading,
    fault: older.fault,
    more,
    refresh,
  }
}
