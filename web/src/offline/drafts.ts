import type { Database } from './database'
import { open, seal } from './sealing'
import type { Vault } from './vault'

/** Something begun and not sent. */
export interface Draft<T> {
  id: string
  savedAt: number
  content: T
}

/** Drafts on the phone, sealed. A write that fails throws: the screen says so and keeps what was typed. */
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async save<T>(id: string, content: T, savedAt: number = Date.now()): Promise<void> {
    const { database, vault } = this
    const sealed = await seal(vault.key, `draft:${id}`, content)
    await database.keeping(
      vault.owner,
      [database.drafts],
      async () => void (await database.drafts.put({ id, owner: vault.owner, savedAt, sealed })),
    )
  }

  async find<T>(id: string): Promise<Draft<T> | undefined> {
    const row = await this.database.drafts.get(id)
    if (!row || row.owner !== this.vault.owner) return undefined
    return { id, savedAt: row.savedAt, content: await open<T>(this.vault.key, `draft:${id}`, row.sealed) }
  }

  /** The latest first. */
  async list<T>(): Promise<Draft<T>[]> {
    const rows = await this.database.drafts.where('owner').equals(this.vault.owner).toArray()
    const drafts = await Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        savedAt: row.savedAt,
        content: await open<T>(this.vault.key, `draft:${row.id}`, row.sealed),
      })),
    )
    return drafts.sort((one, other) => other.savedAt - one.savedAt)
  }

  async remove(id: string): Promise<void> {
    await this.database.drafts.delete(id)
  }
}
