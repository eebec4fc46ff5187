import { computed, ref, shallowRef, watch } from 'vue'
import type { Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { fetchEntries } from './fetchRecords'

/**
 * A record's history, newest first: the page that came with the member, and older ones as somebody asks for them.
 * @param first Where there is another one, what was read beyond it is forgotten.
 */
export function useEntries(recordNumber: () => string | undefined, first: () => Schemas['EntryPage'] | undefined) {
  const older = shallowRef<Schemas['Entry'][]>([])
  const cursor = ref<string>()
  const isLoading = ref(false)
  const fault = ref<unknown>()
  const asked = newestOnly()
  const entries = computed(() => [...(first()?.items ?? []), ...older.value])

  watch(
    first,
    (page) => {
      asked()
      older.value = []
      cursor.value = page?.cursor
      isLoading.value = false
      fault.value = undefined
    },
    { immediate: true },
  )

  /** The next page back in time. */
  async function more(): Promise<void> {
    const [number, at] = [recordNumber(), cursor.value]
    if (!number || !at || isLoading.value) return
    const isNewest = asked()
    isLoading.value = true
    fault.value = undefined
    try {
      const page = await fetchEntries(number, at)
      if (!isNewest()) return
      older.value = [...older.value, ...page.items]
      cursor.value = page.cursor
    } catch (caught) {
      if (isNewest()) fault.value = caught
    } finally {
      if (isNewest()) isLoading.value = false
    }
  }

  return { entries, hasMore: computed(() => cursor.value !== undefined), isLoading, fault, more }
}
