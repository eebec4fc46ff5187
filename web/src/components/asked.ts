import { ref, shallowRef } from 'vue'

/** What a page asks for when it opens, with its states. Asked again, it shows the answer to its newest question, however late an older one comes. */
export function useAsked<T>(ask: () => Promise<T>) {
  const data = shallowRef<T>()
  const isLoading = ref(false)
  const fault = ref<unknown>()
  let newest = 0

  async function load(): Promise<void> {
    const question = ++newest
    isLoading.value = true
    fault.value = undefined
    try {
      const answered = await ask()
      if (question === newest) data.value = answered
    } catch (caught) {
      if (question === newest) fault.value = caught
    } finally {
      if (question === newest) isLoading.value = false
    }
  }

  void load()
  return { data, isLoading, fault, load }
}
