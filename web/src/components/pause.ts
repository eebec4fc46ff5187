import { tryOnScopeDispose, useTimeoutFn } from '@vueuse/core'
import type { MaybeRefOrGetter } from 'vue'

/** A page's pause before something is done. What was asked before the page was left may be answered after it: then none begins. */
export function usePause(run: () => void, length: MaybeRefOrGetter<number>) {
  const { start, stop } = useTimeoutFn(run, length, { immediate: false })
  let isLeft = false
  tryOnScopeDispose(() => (isLeft = true))
  return { begin: (): void => void (isLeft || start()), stop }
}
