import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { Cache } from '@/offline/cache'
import { useConnection } from '@/offline/connection'
import { database } from '@/offline/database'
import { Drafts } from '@/offline/drafts'
import { Pictures } from '@/offline/pictures'
import { Outbox, type Parcel, type Sent } from '@/offline/outbox'
import { drain, pauseAfter, tryAgain, waitAskedFor, type Stopped } from '@/offline/sending'
import { useSession } from '@/session/session'
import { forgetUnnamed } from './photographs/forgetUnnamed'
import { sendParcel } from './sendParcel'

/** What a health worker has on this phone, and the sending of it. */
export const useOfflineWork = defineStore('work', () => {
  const session = useSession()
  const connection = useConnection()
  const parcels = shallowRef<Parcel[]>([])
  const stopped = ref<Stopped>('done')
  const isSending = ref(false)
  const sent = shallowRef<Sent[]>([])
  /** Another one whenever something was sent. */
  const lastSent = computed(() => sent.value.map(({ id, sentAt }) => `${id} ${sentAt}`).join())
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  /** By the service, which is busy. Milliseconds. */
  let askedFor = 0

  const store = computed(() => {
    const vault = session.vault
    return (
      vault && {
        outbox: new Outbox(database, vault),
        drafts: new Drafts(database, vault),
        cache: new Cache(database, vault),
        pictures: new Pictures(database, vault),
      }
    )
  })

  /** Whoever works without a store (a browser that keeps nothing) works with signal only. */
  function opened() {
    if (!store.value) throw new Error('This browser keeps nothing.')
    return store.value
  }

  async function send(): Promise<void> {
    clearTimeout(timer)
    const outbox = store.value?.outbox
    if (!outbox || isSending.value || !connection.isOnline) return
    isSending.value = true
    try {
      // One window at a time; another that holds the lock sends for both.
      await navigator.locks.request('alleviation-sending', { ifAvailable: true }, async (lock) => {
        if (!lock) return
        askedFor = 0
        stopped.value = await drain(outbox, sendParcel, (fault) => (askedFor = Math.max(askedFor, waitAskedFor(fault))))
      })
      if (stopped.value === 'later') again()
      else failures = 0
    } catch {
      again()
    } finally {
      isSending.value = false
    }
  }

  /** A person wants all of it sent now, what the service failed at too. */
  async function sendAll(): Promise<void> {
    const outbox = store.value?.outbox
    // Not while something is being sent, whose tries would be written over.
    if (outbox) await navigator.locks.request('alleviation-sending', () => tryAgain(outbox))
    failures = 0
    await send()
  }

  function again(): void {
    timer = setTimeout(() => void send(), Math.max(askedFor, pauseAfter(failures++)))
  }

  function begin(): void {
    watch(
      store,
      (opened, _before, onCleanup) => {
        if (!opened) return
        forgetUnnamed(opened.pictures, opened.outbox, opened.drafts).catch(() => undefined)
        const watching = opened.outbox.watch((seen, followed) => {
          parcels.value = seen
          sent.value = followed
          if (seen.some(({ state }) => state === 'waiting')) void sendUnlessPausing()
        })
        onCleanup(() => watching.unsubscribe())
      },
      { immediate: true },
    )
    watch(
      () => [connection.isOnline, session.token],
      () => void send(),
    )
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void send())
  }

  function sendUnlessPausing(): void {
    if (stopped.value === 'later' && failures > 0) return
    if (stopped.value !== 'signIn') void send()
  }

  return { parcels, stopped, isSending, sent, lastSent, store, opened, send, sendAll, begin }
})
