import { ref } from 'vue'
import { addToEntry } from './addToEntry'
import type { Chosen, PhotographParcel } from './photograph'
import { usePictures } from './usePictures'

/** Photographs of an entry that a form makes, sent once the entry is there; those that did not arrive can be sent again. */
export function useEntryPhotographs() {
  const store = usePictures()
  const chosen = ref<Chosen[]>([])
  const isPicking = ref(false)
  const isSending = ref(false)
  const fault = ref<unknown>()
  let send: () => Promise<void> = async () => undefined

  /** @param after Id of the parcel that makes the entry, where that waits. */
  function add(about: Pick<PhotographParcel, 'memberKey' | 'name' | 'entry'>, after?: string): Promise<void> {
    const drop = (one: Chosen): void => void (chosen.value = chosen.value.filter(({ id }) => id !== one.id))
    send = async () => {
      const all = [...chosen.value]
      await addToEntry(about, all, store, { ...(after ? { after } : {}), sent: drop })
      all.forEach(drop)
    }
    return again()
  }

  async function again(): Promise<void> {
    if (chosen.value.length === 0) return
    isSending.value = true
    fault.value = undefined
    try {
      await send()
    } catch (caught) {
      fault.value = caught
    } finally {
      isSending.value = false
    }
  }

  return { store, chosen, isPicking, isSending, fault, add, again }
}
