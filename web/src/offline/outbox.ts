import { liveQuery, type Subscription } from 'dexie'
import type { FieldError } from '@/api/problem'
import type { Database } from './database'
import { open, seal } from './sealing'
import type { Vault } from './vault'

export type ParcelState =
  /** To be sent, or sent again. */
  | 'waiting'
  /** Somebody changed it, or its number is enrolled otherwise: a person decides. */
  | 'conflict'
  /** The checks of the service found something: to be mended. */
  | 'refused'
  /** The service failed at it again and again: a person has it sent once more, or takes it back. */
  | 'failed'

/** Something to be sent: once, and in its order. */
export interface Parcel<T = unknown> {
  order: number
  id: string
  /** What it is about: parcels about the same thing wait for each other. */
  subject: string
  kind: string
  body: T
  /** The version that it was made for, where it changes something. */
  version?: string | undefined
  /** Id of another that has to be sent before it, and without which it makes no sense. */
  after?: string | undefined
  state: ParcelState
  queuedAt: number
  tries: number
  problem?: { code: string; title: string; errors: FieldError[]; current?: unknown; traceId?: string | undefined } | undefined
}

export type NewParcel<T> = Pick<Parcel<T>, 'id' | 'subject' | 'kind' | 'body'> & {
  version?: string | undefined
  after?: string | undefined
}

/** The phone has no room for it: what was typed is on the page alone. */
export class NotKept extends Error {}

/** What was sent and is followed until it is listed. */
export interface Sent<T = unknown> {
  id: string
  sentAt: number
  content: T
}

export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Into the outbox and out of the drafts, all or nothing. The same id twice is one parcel. */
  async add<T>(parcels: NewParcel<T> | readonly NewParcel<T>[], draftId?: string): Promise<void> {
    const { database, vault } = this
    const rows = await Promise.all(
      [parcels].flat().map(async (parcel: NewParcel<T>) => ({
        id: parcel.id,
        owner: vault.owner,
        sealed: await this.sealed({ ...parcel, state: 'waiting', queuedAt: Date.now(), tries: 0 }, parcel.id),
      })),
    )
    await database.keeping(vault.owner, [database.outbox, database.drafts], async () => {
      for (const row of rows) if (!(await database.outbox.get({ id: row.id }))) await database.outbox.add(row as never)
      if (draftId) await database.drafts.delete(draftId)
    })
  }

  async list(): Promise<Parcel[]> {
    const rows = await this.database.outbox.where('owner').equals(this.vault.owner).sortBy('order')
    return Promise.all(
      rows.map(async (row) => ({
        ...(await open<Omit<Parcel, 'order' | 'id'>>(this.vault.key, `outbox:${row.id}`, row.sealed)),
        order: row.order,
        id: row.id,
      })),
    )
  }

  async change(parcel: Parcel, change: Partial<Pick<Parcel, 'state' | 'tries' | 'problem' | 'body' | 'version' | 'kind'>>): Promise<void> {
    const { order, id, ...content } = { ...parcel, ...change }
    await this.database.outbox.update(order, { sealed: await this.sealed(content, id) })
  }

  /** Those that were made upon one that has been sent, and wait behind it, go by the version that it made. */
  async rebase({ id, subject }: Parcel, { from, to }: { from: string; to: string }): Promise<void> {
    for (const parcel of await this.list())
      if (parcel.subject === subject && parcel.id !== id && parcel.version === from) await this.change(parcel, { version: to })
  }

  /** Sent: out of the outbox and among what is followed, both or neither. */
  async done(parcel: Parcel, followed?: { id: string; content: unknown }): Promise<void> {
    const { database, vault } = this
    const sealed = followed && (await seal(vault.key, `sent:${followed.id}`, followed.content))
    await database.keeping(vault.owner, [database.outbox, database.sent, database.pictures], async () => {
      await database.outbox.delete(parcel.order)
      await database.pictures.delete(parcel.id)
      if (followed && sealed) await database.sent.put({ id: followed.id, owner: vault.owner, keptAt: Date.now(), sealed })
    })
  }

  /** Out of the outbox and back among the drafts, as one, all or nothing. @param id Of the draft, otherwise the parcel's. */
  async takeBack(parcels: Parcel | readonly Parcel[], draft?: unknown, id = [parcels].flat()[0]?.id): Promise<void> {
    const { database, vault } = this
    const sealed = draft === undefined || !id ? undefined : await seal(vault.key, `draft:${id}`, draft)
    await database.keeping(vault.owner, [database.outbox, database.drafts, database.pictures], async () => {
      for (const parcel of [parcels].flat()) {
        await database.outbox.delete(parcel.order)
        // The draft names it further on.
        if (!sealed) await database.pictures.delete(parcel.id)
      }
      if (sealed && id) await database.drafts.put({ id, owner: vault.owner, savedAt: Date.now(), sealed })
    })
  }

  async sent<T>(): Promise<Sent<T>[]> {
    const rows = await this.database.sent.where('owner').equals(this.vault.owner).toArray()
    const all = await Promise.all(
      rows.map(async (row) => ({ id: row.id, sentAt: row.keptAt, content: await open<T>(this.vault.key, `sent:${row.id}`, row.sealed) })),
    )
    return all.sort((one, other) => other.sentAt - one.sentAt)
  }

  /** How far it has come. Where it was sent once more since, that was asked of what is no more. */
  async follow({ id, sentAt }: Pick<Sent, 'id' | 'sentAt'>, content: unknown): Promise<void> {
    const sealed = await seal(this.vault.key, `sent:${id}`, content)
    await this.database.sent
      .where('id')
      .equals(id)
      .and((row) => row.keptAt === sentAt)
      .modify({ sealed })
  }

  async forgetSent(id: string): Promise<void> {
    await this.database.sent.delete(id)
  }

  /** Called at once and whenever something waits or was sent, from whichever window. */
  watch(seen: (parcels: Parcel[], sent: Sent[]) => void): Subscription {
    const { database, vault } = this
    const rows = (table: typeof database.outbox | typeof database.sent) => table.where('owner').equals(vault.owner).toArray()
    let round = 0
    return liveQuery(() => Promise.all([rows(database.outbox), rows(database.sent)])).subscribe(async () => {
      const own = ++round
      const [parcels, sent] = [await this.list(), await this.sent()]
      // What was read while there was something newer to be read is shown by the newer one.
      if (own === round) seen(parcels, sent)
    })
  }

  private sealed(content: Omit<Parcel, 'order' | 'id'> | object, id: string) {
    return seal(this.vault.key, `outbox:${id}`, content)
  }
}
