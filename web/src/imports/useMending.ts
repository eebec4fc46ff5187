import { useEventListener, useTimeoutFn } from '@vueuse/core'
import { computed, reactive, ref, watch } from 'vue'
import { forgetTyping, keepTyping, readTyping } from '@/session/windowSession'
import { isMended, nothingMended, type Mending } from './refusedLines'

const Rest = 400

/** What is typed over the refused lines. A reload, with a session that has run out or not, finds it again: sealed, for this window only. */
export function useMending(importId: string) {
  const place = `mending:${importId}`
  const mending = reactive<Mending>(nothingMended())
  const isReady = ref(false)
  const isDirty = computed(() => isMended(mending))
  const rest = useTimeoutFn(keep, Rest, { immediate: false })

  async function read(): Promise<void> {
    Object.assign(mending, await readTyping<Mending>(place))
    isReady.value = true
    watch(mending, () => rest.start())
  }

  function keep(): void {
    if (isDirty.value) keepTyping(place, mending).catch(() => undefined)
    else forgetTyping(place)
  }

  /** It is sent, or thrown away. */
  function forget(): void {
    Object.assign(mending, nothingMended())
    rest.stop()
    forgetTyping(place)
  }

  useEventListener('beforeunload', keep)
  void read()
  return { mending, isReady, isDirty, forget }
}
