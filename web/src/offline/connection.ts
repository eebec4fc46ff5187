import { defineStore } from 'pinia'
import { ref } from 'vue'

const ProbeEvery = 10_000

/** Whether the service can be reached, as far as is known. */
export const useConnection = defineStore('connection', () => {
  const isOnline = ref(navigator.onLine)
  let probe: ReturnType<typeof setInterval> | undefined

  function heard(reached: boolean): void {
    isOnline.value = reached
    if (reached) stop()
    else probe ??= setInterval(look, ProbeEvery)
  }

  async function look(): Promise<void> {
    if (!navigator.onLine) return
    const reached = await fetch('/api/health/live', { cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    )
    heard(reached)
  }

  function stop(): void {
    clearInterval(probe)
    probe = undefined
  }

  function begin(): void {
    window.addEventListener('offline', () => heard(false))
    window.addEventListener('online', () => void look())
    if (!navigator.onLine) heard(false)
  }

  return { isOnline, heard, look, begin }
})
