import { ref } from 'vue'
import type { Outbox, Parcel } from '@/offline/outbox'
import { useOfflineWork } from './offlineWork'

/** What a person does with a parcel, while nothing is being sent: it would be in the outbox and somewhere else. */
export function useHolding<T extends Parcel>(parcel: () => T) {
  const work = useOfflineWork()
  const isBusy = ref(false)

  /** @param act The parcel as it is now; undefined where it has been sent meanwhile. */
  async function hold(act: (current: T | undefined, outbox: Outbox) => Promise<unknown>): Promise<void> {
    isBusy.value = true
    try {
      await navigator.locks.request('alleviation-sending', async () => {
        const { outbox } = work.opened()
        await act((await outbox.list()).find(({ id }) => id === parcel().id) as T | undefined, outbox)
      })
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, hold }
}
