import { ref, shallowRef } from 'vue'
import { newestOnly } from './newest'

/** What a page asks for when it opens, with its states. Asked again, the answer of the newest question is shown. */
export function useAsyncData<T>(ask: () => Promise<T>) {
  const data = shallowRef<T>()
  const isLoading = ref(false)
  const fault = ref<unknown>()
  const begin = newestOnly()

  async function load(): Promise<void> {
    const isNewest = begin()
    isLoading.value = true
    fault.value = undefined
    try {
      const answered = await ask()
      if (isNewest()) data.value = answered
    } catch (caught) {
      if (isNewest()) fault.value = caught
    } finally {
      if (isNewest()) isLoading.value = false
    }
  }

  void load()
  return { data, isLoading, fault, load }
}
