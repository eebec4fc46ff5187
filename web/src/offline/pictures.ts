import type { Database } from './database'
import { openBytes, sealBytes } from './sealing'
import type { Vault } from './vault'

/** Where pictures are until they have been sent. */
export interface PictureStore {
  /** Throws where there is no room. */
  keep(id: string, picture: Blob): Promise<void>
  find(id: string): Promise<Blob | undefined>
  remove(...ids: string[]): Promise<void>
}

/** On the phone: sealed bytes, beside the parcels and drafts that name them. */
export class Pictures implements PictureStore {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async keep(id: string, picture: Blob): Promise<void> {
    const { database, vault } = this
    const sealed = await sealBytes(vault.key, `picture:${id}`, await picture.arrayBuffer())
    await database.keeping(
      vault.owner,
      [database.pictures],
      async () => void (await database.pictures.put({ id, owner: vault.owner, keptAt: Date.now(), sealed })),
    )
  }

  async find(id: string): Promise<Blob | undefined> {
    const row = await this.database.pictures.get(id)
    if (!row || row.owner !== this.vault.owner) return undefined
    return new Blob([await openBytes(this.vault.key, `picture:${id}`, row.sealed)], { type: 'image/jpeg' })
  }

  async remove(...ids: string[]): Promise<void> {
    await this.database.pictures.bulkDelete(ids)
  }

  /** Those that nothing names: their page was closed before they were sent. */
  async forgetUnnamed(named: ReadonlySet<string>, keptBefore: number): Promise<void> {
    const own = await this.database.pictures.where('owner').equals(this.vault.owner).toArray()
    await this.remove(...own.filter(({ id, keptAt }) => keptAt < keptBefore && !named.has(id)).map(({ id }) => id))
  }
}

/** For who keeps nothing: on the page alone. */
export class PicturesOnPage implements PictureStore {
  private readonly pictures = new Map<string, Blob>()

  async keep(id: string, picture: Blob): Promise<void> {
    this.pictures.set(id, picture)
  }

  async find(id: string): Promise<Blob | undefined> {
    return this.pictures.get(id)
  }

  async remove(...ids: string[]): Promise<void> {
    for (const id of ids) this.pictures.delete(id)
  }
}
