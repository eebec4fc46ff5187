import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Sealed } from './sealing'

/** A user's key, wrapped under one made from the password; and the session, sealed, for opening without signal. */
export interface VaultRow {
  id: string
  salt: Uint8Array<ArrayBuffer>
  rounds: number
  wrapped: Sealed
  session: Sealed
}

export interface DraftRow {
  id: string
  owner: string
  savedAt: number
  sealed: Sealed
}

export interface OutboxRow {
  /** Given by the database: the order of sending. */
  order: number
  id: string
  owner: string
  sealed: Sealed
}

export interface KeptRow {
  /** The owner and an opaque name. */
  id: string
  owner: string
  keptAt: number
  sealed: Sealed
}

/** Somebody signed out in another window, and what they kept is gone: nothing more of theirs is kept. */
export class SignedOut extends Error {}

/** Everything but ids and times is sealed. */
export class Database extends Dexie {
  vaults!: EntityTable<VaultRow, 'id'>
  drafts!: EntityTable<DraftRow, 'id'>
  outbox!: EntityTable<OutboxRow, 'order'>
  sent!: EntityTable<KeptRow, 'id'>
  cache!: EntityTable<KeptRow, 'id'>
  /** Of photographs that drafts and parcels name. */
  pictures!: EntityTable<KeptRow, 'id'>

  constructor(name = 'alleviation') {
    super(name)
    this.version(1).stores({
      vaults: '&id',
      drafts: '&id, owner',
      outbox: '++order, &id, owner',
      sent: '&id, owner',
      cache: '&id, owner',
    })
    this.version(2).stores({ pictures: '&id, owner' })
  }

  /** A new store, on nothing: what a window still wrote under a key that is gone would stand in the way. False where there is one. */
  begin(vault: VaultRow): Promise<boolean> {
    return this.transaction('rw', this.tables, async () => {
      if (await this.vaults.get(vault.id)) return false
      await this.forget(vault.id)
      await this.vaults.add(vault)
      return true
    })
  }

  /** Writes what is kept for a user, all of it or nothing. Throws {@link SignedOut}. */
  keeping(owner: string, tables: Table[], write: () => Promise<void>): Promise<void> {
    return this.transaction('rw', [this.vaults, ...tables], async () => {
      if (!(await this.vaults.get(owner))) throw new SignedOut()
      await write()
    })
  }

  /** All that this user kept on this phone. */
  async forget(owner: string): Promise<void> {
    await this.transaction('rw', this.tables, async () => {
      await this.vaults.delete(owner)
      for (const table of [this.drafts, this.outbox, this.sent, this.cache, this.pictures])
        await table.where('owner').equals(owner).delete()
    })
  }
}

export const database = new Database()
