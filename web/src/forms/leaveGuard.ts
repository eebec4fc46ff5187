import { computed, onBeforeUnmount, shallowRef } from 'vue'
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

  const warn = (event: BeforeUnloadEvent): void => void (isDirty() && event.preventDefault())
  onBeforeRouteLeave(ask)
  window.addEventListener('beforeunload', warn)
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warn))
  return { isAsking, ask, decide }
}
