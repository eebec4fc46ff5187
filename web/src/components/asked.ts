import { ref, shallowRef } from 'vue'

/** What a page asks for when it opens, with its states. */
export function useAsked<T>(ask: () => Promise<T>) {
  const data = shallowRef<T>()
  const isLoading = ref(false)
  const fault = ref<unknown>()

  async function load(): Promise<void> {
    isLoading.value = true
    fault.value = undefined
    try {
      data.value = await ask()
    } catch (caught) {
      fault.value = caught
    } finally {
      isLoading.value = false
    }
  }

  void load()
  return { data, isLoading, fault, load }
}
