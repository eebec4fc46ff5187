import { ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { ApiProblem, api, NoConnection } from '@/api'
import { newId } from '@/api/clientId'
import { useSaving } from '@/forms/saving'
import { useConnection } from '@/offline/connection'
import { database, SignedOut } from '@/offline/database'
import { NotKept, Outbox, type Parcel } from '@/offline/outbox'
import { useSession } from '@/session/session'
import { entryParcel, isEntryParcel, sendEntry, subjectOf, type EntryKind, type EntryParcel } from './entry'

export type Entered<T> = { isQueued: true } | { isQueued: false; data: T; version: string | undefined }

interface How {
  /** Of what the entry changes, as it was read. */
  version?: string | undefined
  /** What has to be filled in, by the service's names of the fields. */
  required?: Record<string, unknown>
  /** Of its own, where a page has many that are entered with a tap. */
  id?: string
}

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
  const router = useRouter()
  const saving = useSaving()
  const { t } = useI18n()
  /** The one that is mended here, which the address names. It stays in the outbox until what is entered here takes its place. */
  const mended = shallowRef<Parcel<EntryParcel<Form>>>()
  /** Of what is entered here. */
  const id = ref(newId())

  const outboxOf = (): Outbox | undefined => session.queue && new Outbox(database, session.queue)

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

  /** Undefined where it was not taken in: the fault says why. */
  async function enter<T>(body: EntryParcel<Form>, how: How = {}): Promise<Entered<T> | undefined> {
    const given = how.id ?? id.value
    const entered = await saving.save(() => (mended.value ? replace<T>(body, how) : add<T>(given, body, how)))
    if (entered) {
      if (mended.value) await router.replace({ query: { ...route.query, entry: undefined } })
      mended.value = undefined
      id.value = newId()
    }
    return entered
  }

  async function add<T>(given: string, body: EntryParcel<Form>, how: How): Promise<Entered<T>> {
    const outbox = outboxOf()
    const isFirst = !(await outbox?.list())?.some(({ subject }) => subject === subjectOf(body))
    if (!outbox || (connection.isOnline && isFirst)) {
      const sent = await sendNow<T>(body, how, outbox !== undefined)
      if (sent) return sent
    }
    complete(how)
    await kept(() => outbox!.add(entryParcel(given, body, how.version)))
    return { isQueued: true }
  }

  /** Not while it is being sent: that would be what it said before. */
  async function replace<T>(body: EntryParcel<Form>, how: How): Promise<Entered<T>> {
    return await navigator.locks.request('alleviation-sending', async () => {
      const outbox = outboxOf()!
      const current = (await outbox.list()).find((parcel) => parcel.id === id.value)
      if (!current) throw new ApiProblem(409, 'sent-meanwhile', '')
      const sent = connection.isOnline ? await sendNow<T>(body, how, true) : undefined
      if (sent) await outbox.done(current)
      else {
        complete(how)
        const { body: content, version } = entryParcel(id.value, body, how.version)
        await kept(() => outbox.change(current, { body: content, version, state: 'waiting', tries: 0, problem: undefined }))
      }
      return sent ?? { isQueued: true }
    })
  }

  /** What is missing is found out now: when the service says so, the worker is far away from who could answer. */
  function complete({ required = {} }: How): void {
    const missing = Object.entries(required).filter(([, value]) => value === undefined || value === null || String(value).trim() === '')
    const errors = missing.map(([field]) => ({ field, code: 'required', message: t('followUps.checks.required') }))
    if (errors.length > 0) throw new ApiProblem(422, 'invalid', '', { errors })
  }

  async function sendNow<T>(body: EntryParcel<Form>, { version }: How, mayWait: boolean): Promise<Entered<T> | undefined> {
    try {
      return { isQueued: false, ...(await sendEntry<T>(api, body.request, version)) }
    } catch (fault) {
      if (mayWait && isAway(fault)) return undefined
      throw fault
    }
  }

  return { isBusy: saving.isBusy, fault: saving.fault, forget: saving.forget, id, mended, take, enter }
}

/** Of what waits on the page itself the link changes the address alone: it is looked at anew. */
export function whenEntryIsNamed(load: () => unknown): void {
  const route = useRoute()
  watch(
    () => route.query['entry'],
    (wanted) => wanted && load(),
  )
}

/** What the phone has no room for is on the page alone, and the page says so. */
async function kept(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (fault) {
    throw fault instanceof SignedOut ? fault : new NotKept()
  }
}
