import type { Database } from './database'
import { open, openBytes, seal, sealBytes, type Sealed } from './sealing'
import type { Vault } from './vault'

export interface Kept<T> {
  value: T
  keptAt: number
}

/** Answers of the service, kept sealed for when there is no signal. Not to be relied on: a full disk keeps none. */
export class Cache {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Never fails: what is not kept is asked for again. */
  async keep(name: string, value: unknown): Promise<void> {
    await this.put(name, (place) => seal(this.vault.key, place, value))
  }

  async find<T>(name: string): Promise<Kept<T> | undefined> {
    const id = `${this.vault.owner}:${name}`
    const row = await this.database.cache.get(id)
    return row && { value: await open<T>(this.vault.key, `cache:${id}`, row.sealed), keptAt: row.keptAt }
  }

  /** Bytes of which no more than so many are kept: the oldest that begin alike make room. Never fails either. */
  async keepBytes(beginning: string, name: string, bytes: ArrayBuffer, most: number): Promise<void> {
    await this.put(name, (place) => sealBytes(this.vault.key, place, bytes))
    const { cache } = this.database
    try {
      const own = await cache.where('id').startsWith(`${this.vault.owner}:${beginning}`).toArray()
      const tooMany = own.sort((one, other) => other.keptAt - one.keptAt).slice(most)
      await cache.bulkDelete(tooMany.map(({ id }) => id))
    } catch {
      // The next one tries it again.
    }
  }

  async findBytes(name: string): Promise<ArrayBuffer | undefined> {
    const id = `${this.vault.owner}:${name}`
    const row = await this.database.cache.get(id)
    return row && openBytes(this.vault.key, `cache:${id}`, row.sealed)
  }

  private async put(name: string, sealing: (place: string) => Promise<Sealed>): Promise<void> {
    const { owner } = this.vault
    const id = `${owner}:${name}`
    const { database } = this
    try {
      const sealed = await sealing(`cache:${id}`)
      await database.keeping(
        owner,
        [database.cache],
        async () => void (await database.cache.put({ id, owner, keptAt: Date.now(), sealed })),
      )
    } catch {
      // A full disk; or its asker has signed out.
    }
  }

  async forgetOne(name: string): Promise<void> {
    await this.database.cache.delete(`${this.vault.owner}:${name}`)
  }

  /** Nothing more of what is about this household: its id stands in the name. */
  async forget(householdId: string): Promise<void> {
    const { cache } = this.database
    const own = await cache.where('owner').equals(this.vault.owner).primaryKeys()
    await cache.bulkDelete(own.filter((id) => id.split(':').includes(householdId)))
  }

  /** What the service says now; without signal, what it said last. */
  async fresh<T>(name: string, ask: () => Promise<T>, isUnreachable: (fault: unknown) => boolean): Promise<Kept<T> & { isOld: boolean }> {
    try {
      const value = await ask()
      // What somebody has seen is there when the signal goes, however soon that is.
      await this.keep(name, value)
      return { value, keptAt: Date.now(), isOld: false }
    } catch (fault) {
      const kept = isUnreachable(fault) ? await this.find<T>(name) : undefined
      if (!kept) throw fault
      return { ...kept, isOld: true }
    }
  }
}
