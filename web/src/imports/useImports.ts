import { ref, shallowRef } from 'vue'
import { answer, api } from '@/api'
import { isUnderway, type Import } from './useImport'
import { usePolling } from '@/components/polling'
import { newestOnly } from '@/components/newest'

/** One's own imports, the newest first, a page at a time. While one of the newest is worked on, they are looked at again. */
export function useImports() {
  const items = shallowRef<Import[]>([])
  const isLoading = ref(false)
  const isComplete = ref(false)
  const fault = ref<unknown>()
  let cursor: string | undefined
  let isNewest = (): boolean => true
  const asked = newestOnly()
  const { begin: lookLater } = usePolling(look)

  async function begin(): Promise<void> {
    const isOwn = (isNewest = asked())
    isLoading.value = false
    items.value = []
    cursor = undefined
    isComplete.value = false
    await more()
    if (isOwn() && items.value.some(isUnderway)) lookLater()
  }

  async function more(): Promise<void> {
    if (isLoading.value || isComplete.value) return
    const isOwn = isNewest
    isLoading.value = true
    fault.value = undefined
    try {
      const { data } = await answer(api.GET('/api/imports', { params: { query: cursor ? { cursor } : {} } }))
      if (!isOwn()) return
      items.value = [...items.value, ...data.items]
      cursor = data.cursor
      isComplete.value = !cursor
    } catch (caught) {
      if (isOwn()) fault.value = caught
    } finally {
      if (isOwn()) isLoading.value = false
    }
  }

  async function look(): Promise<boolean> {
    const isOwn = isNewest
    const newest = await answer(api.GET('/api/imports')).then(
      ({ data }) => data.items,
      () => [],
    )
    if (!isOwn()) return false
    const known = new Map(newest.map((one) => [one.id, one]))
    items.value = items.value.map((one) => known.get(one.id) ?? one)
    return items.value.some(isUnderway)
  }

  void begin()
  return { items, isLoading, isComplete, fault, begin, more }
}
