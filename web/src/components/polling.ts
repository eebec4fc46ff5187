import { tryOnScopeDispose, useEventListener } from '@vueuse/core'
import { usePause } from './pause'

const Pauses = [800, 1_200, 2_000, 3_000, 5_000, 8_000, 15_000]

/**
 * Looks again, with growing pauses, for as long as `look` says that there is something to wait for. Not while the page is hidden,
 * and not after it was left.
 */
export function usePolling(look: () => Promise<boolean>) {
  const pause = usePause(
    () => void run(),
    () => Pauses[Math.min(looks++, Pauses.length - 1)]!,
  )
  let looks = 0
  let isWanted = false

  function begin(): void {
    looks = 0
    isWanted = true
    plan()
  }

  function plan(): void {
    pause.stop()
    if (isWanted && document.visibilityState === 'visible') pause.begin()
  }

  async function run(): Promise<void> {
    isWanted = (await look()) && isWanted
    plan()
  }

  function stop(): void {
    isWanted = false
    pause.stop()
  }

  useEventListener(document, 'visibilitychange', plan)
  tryOnScopeDispose(stop)
  return { begin, stop }
}
