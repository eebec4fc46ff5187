import { ref, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { ApiProblem, api, NoConnection } from '@/api'
import { newId } from '@/api/clientId'
import { useSaving } from '@/forms/saving'
import { useConnection } from '@/offline/connection'
import { database, SignedOut } from '@/offline/database'
import { NotKept, Outbox, type Parcel } from '@/offline/outbox'
import { useSession } from '@/session/session'
import { entryParcel, isEntryParcel, sendEntry, subjectOf, type EntryKind, type EntryParcel } from './entry'

export type Entered<T> = { isQueued: true } | { isQueued: false; data: T; version: string | undefined }

/** Nobody is there who could take it in; what the service looked at and refused is no matter of signal. */
const isAway = (fault: unknown): boolean =>
  fault instanceof NoConnection || (fault instanceof ApiProblem && [401, 429, 502, 503, 504].includes(fault.status))

/**
 * Sends what a form made for a member; without signal, for those who keep things on the phone, it waits in the outbox. Each has one id,
 * so that what is queued after an answer was lost is the same.
 */
export function useEntry<Form>(...kinds: EntryKind[]) {
  const session = useSession()
  const connection = useConnection()
  const route = useRoute()
  const saving = useSaving()
  /** The one that is mended here, which the address names. It stays in the outbox until what is entered here takes its place. */
  const mended = shallowRef<Parcel<EntryParcel<Form>>>()
  /** Of what is entered here. */
  const id = ref(newId())

  const outboxOf = (): Outbox | undefined => session.vault && new Outbox(database, session.vault)

  /** Looks for what is to be mended, and says what the service found wrong with it. */
  async function take(): Promise<Parcel<EntryParcel<Form>> | undefined> {
    const wanted = route.query['entry']
    const found = wanted && (await outboxOf()?.list())?.filter(isEntryParcel).find((parcel) => parcel.id === wanted)
    if (!found || !kinds.includes(found.body.what)) return undefined
    mended.value = found as Parcel<EntryParcel<Form>>
    id.value = found.id
    const { problem, state } = found
    if (problem && state !== 'failed') saving.show(new ApiProblem(state === 'conflict' ? 409 : 422, problem.code, problem.title, problem))
    return mended.value
  }

  async function enter<T>(body: EntryParcel<Form>, version?: string): Promise<Entered<T> | undefined> {
    const entered = await saving.save(() => (mended.value ? replace<T>(body, version) : add<T>(body, version)))
    if (entered) {
      mended.value = undefined
      id.value = newId()
    }
    return entered
  }

  async function add<T>(body: EntryParcel<Form>, version: string | undefined): Promise<Entered<T>> {
    const outbox = outboxOf()
    const isFirst = !(await outbox?.list())?.some(({ subject }) => subject === subjectOf(body))
    if (!outbox || (connection.isOnline && isFirst)) {
      const sent = await sendNow<T>(body, version, outbox !== undefined)
      if (sent) return sent
    }
    await kept(() => outbox!.add(entryParcel(id.value, body, version)))
    return { isQueued: true }
  }

  /** Not while it is being sent: that would be what it said before. */
  async function replace<T>(body: EntryParcel<Form>, version: string | undefined): Promise<Entered<T>> {
    return await navigator.locks.request('alleviation-sending', async () => {
      const outbox = outboxOf()!
      const current = (await outbox.list()).find((parcel) => parcel.id === id.value)
      if (!current) throw new ApiProblem(409, 'sent-meanwhile', '')
      const sent = connection.isOnline ? await sendNow<T>(body, version, true) : undefined
      if (sent) await outbox.done(current)
      else {
        const { body: content } = entryParcel(id.value, body, version)
        await kept(() => outbox.change(current, { body: content, version, state: 'waiting', tries: 0, problem: undefined }))
      }
      return sent ?? { isQueued: true }
    })
  }

  async function sendNow<T>(body: EntryParcel<Form>, version: string | undefined, mayWait: boolean): Promise<Entered<T> | undefined> {
    try {
      return { isQueued: false, ...(await sendEntry<T>(api, body.request, version)) }
    } catch (fault) {
      if (mayWait && isAway(fault)) return undefined
      throw fault
    }
  }

  return { isBusy: saving.isBusy, fault: saving.fault, forget: saving.forget, id, mended, take, enter }
}

/** What the phone has no room for is on the page alone, and the page says so. */
async function kept(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (fault) {
    throw fault instanceof SignedOut ? fault : new NotKept()
  }
}
