import { useEventListener, useIntervalFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { ref } from 'vue'

const ProbeEvery = 10_000

/** Whether the service can be reached, as far as is known. */
export const useConnection = defineStore('connection', () => {
  const isOnline = ref(navigator.onLine)
  const probing = useIntervalFn(() => void look(), ProbeEvery, { immediate: false })

  function heard(reached: boolean): void {
    isOnline.value = reached
    if (reached) probing.pause()
    else if (!probing.isActive.value) probing.resume()
  }

  async function look(): Promise<void> {
    if (!navigator.onLine) return
    const reached = await fetch('/api/health/live', { cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    )
    heard(reached)
  }

  function begin(): void {
    useEventListener('offline', () => heard(false))
    useEventListener('online', () => void look())
    if (!navigator.onLine) heard(false)
  }

  return { isOnline, heard, look, begin }
})
