import { onBeforeUnmount, ref } from 'vue'
import type { Import } from './useImport'
import { isStopped, upload, type Sending } from './upload'

/** Sending a list: how far it has come, and stopping it. Leaving the page stops it too. */
export function useUpload() {
  /** 0 to 1 while it is being sent. */
  const sent = ref<number>()
  const fault = ref<unknown>()
  let stopping = new AbortController()

  async function send(what: Pick<Sending, 'file' | 'name' | 'purpose' | 'isConfirmed' | 'mends'>): Promise<Import | undefined> {
    stopping = new AbortController()
    sent.value = 0
    fault.value = undefined
    try {
      return await upload({ ...what, onProgress: (part) => (sent.value = part), signal: stopping.signal })
    } catch (caught) {
      if (!isStopped(caught)) fault.value = caught
      return undefined
    } finally {
      sent.value = undefined
    }
  }

  const stop = (): void => stopping.abort()
  onBeforeUnmount(stop)
  return { sent, fault, send, stop }
}
