import { useEventListener } from '@vueuse/core'
import { onMounted, ref, shallowRef } from 'vue'
import { answer, api, quietApi } from '@/api'
import { usePause } from '@/components/pause'
import type { Operations } from './operations'

export const Every = 30_000

/** How the service does, read again every 30 seconds while somebody can see it. What could not be read again stays, with its time. */
export function useOperations() {
  const operations = shallowRef<Operations>()
  const isLoading = ref(false)
  const fault = ref<unknown>()
  const pause = usePause(() => void read(quietApi), Every)

  async function read(client: typeof api): Promise<void> {
    pause.stop()
    if (isLoading.value) return
    isLoading.value = true
    try {
      // One at a time: none is overtaken.
      const { data } = await answer(client.GET('/api/operations'))
      operations.value = data
      fault.value = undefined
    } catch (caught) {
      fault.value = caught
    } finally {
      isLoading.value = false
      plan()
    }
  }

  function plan(): void {
    pause.stop()
    if (document.visibilityState === 'visible') pause.begin()
  }

  /** Whoever comes back to the window wants to know how it is now. */
  function seen(): void {
    if (document.visibilityState === 'visible') void read(quietApi)
    else pause.stop()
  }

  useEventListener(document, 'visibilitychange', seen)
  onMounted(() => void read(api))
  return { operations, isLoading, fault, load: () => read(api) }
}
