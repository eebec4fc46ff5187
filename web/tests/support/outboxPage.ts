import 'fake-indexeddb/auto'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import { useOfflineWork } from '@/desks/healthWorker/offlineWork'
import OutboxPage from '@/desks/healthWorker/OutboxPage.vue'
import { useConnection } from '@/offline/connection'
import { database } from '@/offline/database'
import { Vaults } from '@/offline/vault'
import { useLists } from '@/referenceData/codeLists'
import { useSession } from '@/session/session'
import { useAround, type Around } from './mounted'
import { questions } from './questions'

/** A household that a health worker enrols, as it is sent, waits and is answered. */
export const household = {
  registrationNumber: 'EXAMPLE-000001',
  villageCode: '441402004001',
  kind: 'general',
  causes: [],
  members: [{ number: 1, name: '示例甲', relationship: '0' }],
}
export const parcel = { id: 'draft-1', subject: household.registrationNumber, kind: 'enrol', body: { household } }
export const enrolled = { ...household, id: 'household-1', status: 'listed', problems: [] }
let people = 0

export const text = () => document.body.textContent ?? ''
export const card = () => document.querySelector('article')

/** A phone whose worker is signed in, on the page of the outbox; with signal or without. */
async function openOutbox(around: Around, isOnline: boolean) {
  // One at a time, as the browser's own locks: whoever may not wait goes without.
  let last: Promise<unknown> = Promise.resolve()
  let holders = 0
  vi.stubGlobal('navigator', {
    onLine: isOnline,
    locks: {
      async request(
        _name: string,
        ...given: [{ ifAvailable?: boolean }, (lock: object | null) => unknown] | [(lock: object | null) => unknown]
      ) {
        const run = given.at(-1) as (lock: object | null) => unknown
        if (given.length === 2 && given[0].ifAvailable && holders > 0) return run(null)
        holders++
        const turn = last.then(() => run({})).finally(() => holders--)
        last = turn.catch(() => undefined)
        return turn
      },
    },
  })
  useLists().load = () => Promise.resolve()
  useConnection().isOnline = isOnline
  const userName = `worker.${++people}`
  const vault = (await new Vaults(database, 1_000).create(userName, 'a long enough password', {}))!
  useSession().vault = vault
  const work = useOfflineWork()
  work.begin()
  around.draw(OutboxPage)
  return { work, outbox: work.opened().outbox, drafts: work.opened().drafts }
}

/** The page of the outbox on a phone that is empty before every test. */
export function useOutboxPage() {
  const around = useAround('consultations', 'entries')
  beforeEach(async () => {
    questions.length = 0
    await Promise.all(database.tables.map((table) => table.clear()))
  })
  afterEach(async () => {
    useSession().vault = undefined
    await flushPromises()
    vi.unstubAllGlobals()
  })

  return {
    around,
    openOutbox: (isOnline: boolean) => openOutbox(around, isOnline),
    /** With signal, and something that waits already. */
    async waitsWith(...parcels: object[]) {
      const phone = await openOutbox(around, true)
      for (const one of parcels) await phone.outbox.add(one as never)
      return phone
    },
  }
}
