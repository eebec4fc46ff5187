import { nextTick, ref } from 'vue'
import { ApiProblem } from '@/api'
import { useFieldErrors } from './fieldErrors'

/** Sending a form: busy, what went wrong, and each error at its field, the first of which gets the focus. */
export function useSaving() {
  const fieldErrors = useFieldErrors()
  const isBusy = ref(false)
  const fault = ref<unknown>()

  /** Undefined where it was not done. */
  async function save<T>(send: () => Promise<T>): Promise<T | undefined> {
    isBusy.value = true
    fault.value = undefined
    fieldErrors.errors.value = []
    try {
      return await send()
    } catch (caught) {
      show(caught)
      await nextTick()
      document.querySelector<HTMLElement>('.field.wrong :is(input, select, textarea)')?.focus()
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  /** What went wrong, at its fields. */
  function show(caught: unknown): void {
    fault.value = caught
    if (caught instanceof ApiProblem) fieldErrors.errors.value = caught.errors
  }

  return { isBusy, fault, save, show, forget: fieldErrors.forget }
}
