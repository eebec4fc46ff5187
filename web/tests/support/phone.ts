import 'fake-indexeddb/auto'
import { Database } from '@/offline/database'
import { Outbox } from '@/offline/outbox'
import { Drafts } from '@/offline/drafts'
import { Vaults, type Vault } from '@/offline/vault'

let count = 0

/** A phone with an empty store. Opened again it is the same phone after a restart. */
export class Phone {
  readonly name = `phone-${++count}`
  database = new Database(this.name)

  /** Few rounds: a test guesses no passwords. */
  get vaults(): Vaults {
    return new Vaults(this.database, 1_000)
  }

  restart(): void {
    this.database.close()
    this.database = new Database(this.name)
  }

  async signedIn(userName = 'worker.one', password = 'a long enough password'): Promise<{ vault: Vault; outbox: Outbox; drafts: Drafts }> {
    const vault = (await this.vaults.unlock(userName, password)) ?? (await this.vaults.create(userName, password, { user: userName }))!
    return { vault, outbox: new Outbox(this.database, vault), drafts: new Drafts(this.database, vault) }
  }

  /** All that lies in the store, as somebody sees it who takes the phone apart. */
  async bytes(): Promise<string> {
    const parts: string[] = []
    for (const table of this.database.tables) {
      for (const row of await table.toArray())
        parts.push(JSON.stringify(row, (_key, value) => (value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value)))
    }
    return parts.join('\n')
  }
}

/** About nothing else than itself, unless a subject is given. */
export const parcel = (id: string, subject = id) => ({ id, subject, kind: 'enrol', body: { id } })

/** A phone whose owner is signed in, with parcels that wait to be sent. */
export async function phoneWith(...ids: string[]) {
  const phone = new Phone()
  const { outbox, drafts } = await phone.signedIn()
  for (const id of ids) await outbox.add(parcel(id))
  return { phone, outbox, drafts }
}
