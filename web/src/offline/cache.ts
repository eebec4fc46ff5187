import type { Database } from './database'
import { open, seal } from './sealing'
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

  async keep(name: string, value: unknown): Promise<void> {
    const id = `${this.vault.owner}:${name}`
    const sealed = await seal(this.vault.key, `cache:${id}`, value)
    await this.database.cache.put({ id, owner: this.vault.owner, keptAt: Date.now(), sealed }).catch(() => undefined)
  }

  async find<T>(name: string): Promise<Kept<T> | undefined> {
    const id = `${this.vault.owner}:${name}`
    const row = await this.database.cache.get(id)
    return row && { value: await open<T>(this.vault.key, `cache:${id}`, row.sealed), keptAt: row.keptAt }
  }

  /** What the service says now; without signal, what it said last. */
  async fresh<T>(name: string, ask: () => Promise<T>, isAway: (fault: unknown) => boolean): Promise<Kept<T> & { isOld: boolean }> {
    try {
      const value = await ask()
      await this.keep(name, value)
      return { value, keptAt: Date.now(), isOld: false }
    } catch (fault) {
      const kept = isAway(fault) ? await this.find<T>(name) : undefined
      if (!kept) throw fault
      return { ...kept, isOld: true }
    }
  }
}
