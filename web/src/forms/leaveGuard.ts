import { useEventListener } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/**
 * What was typed is given up on purpose only: a link, the back button and the browser's own ways out ask first.
 * @returns `isAsking` for the dialog, `decide` for its answer, and `ask` for a button of the page's own.
 */
export function useLeaveGuard(isDirty: () => boolean) {
  const asked = shallowRef<(mayLeave: boolean) => void>()
  const isAsking = computed({ get: () => asked.value !== undefined, set: (isOpen) => void (isOpen || decide(false)) })

  function ask(): true | Promise<boolean> {
    return !isDirty() || new Promise<boolean>((answer) => (asked.value = answer))
  }

  function decide(mayLeave: boolean): void {
    asked.value?.(mayLeave)
    asked.value = undefined
  }

  onBeforeRouteLeave(ask)
  useEventListener('beforeunload', (event) => void (isDirty() && event.preventDefault()))
  return { isAsking, ask, decide }
}
