import { computed, ref, shallowRef } from 'vue'
import { answer, api, NoConnection, type Schemas } from '@/api'
import { usePolling } from '@/components/polling'
import { newestOnly } from '@/components/newest'

export type Import = Schemas['Import']

export const isUnderway = ({ status }: Import): boolean => status === 'receiving' || status === 'running'

/** An import; while it is worked on it is looked at again. */
export function useImport(importId: string) {
  const shown = shallowRef<Import>()
  const fault = ref<unknown>()
  const path = { importId }
  const asked = newestOnly()
  const { begin, stop } = usePolling(look)

  async function load(): Promise<void> {
    fault.value = undefined
    if (await look()) begin()
  }

  /** Whether there is more to come. Without signal there may be. */
  async function look(): Promise<boolean> {
    const isNewest = asked()
    try {
      const { data } = await answer(api.GET('/api/imports/{importId}', { params: { path } }))
      if (!isNewest()) return false
      shown.value = data
      fault.value = undefined
      return isUnderway(data)
    } catch (caught) {
      if (!isNewest()) return false
      fault.value = caught
      return caught instanceof NoConnection && shown.value !== undefined
    }
  }

  async function cancel(): Promise<void> {
    await answer(api.POST('/api/imports/{importId}/cancellation', { params: { path } }))
    stop()
    await load()
  }

  const hasEnded = computed(() => shown.value !== undefined && !isUnderway(shown.value) && shown.value.status !== 'waiting')
  void load()
  return { shown, fault, hasEnded, load, cancel }
}
