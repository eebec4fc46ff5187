import type { Database, VaultRow } from './database'
import { digest, keyOfPassword, newKey, open, seal, unwrap, wrap } from './sealing'

/** OWASP's advice for PBKDF2 with SHA-256; about a second on a slow phone. */
const Rounds = 600_000

/** A user's store on this phone, opened. */
export interface Vault {
  owner: string
  key: CryptoKey
}

export async function ownerOf(userName: string): Promise<string> {
  return digest(`alleviation:${userName.trim().toLowerCase()}`)
}

export class Vaults {
  constructor(
    private readonly database: Database,
    private readonly rounds: number = Rounds,
  ) {}

  /** Null where there is none, undefined where the password does not open it. */
  async unlock(userName: string, password: string): Promise<Vault | null | undefined> {
    const owner = await ownerOf(userName)
    const row = await this.database.vaults.get(owner)
    if (!row) return null
    try {
      return { owner, key: await unwrap(row.wrapped, await keyOfPassword(password, row.salt, row.rounds)) }
    } catch {
      return undefined
    }
  }

  /** The first window of two that sign in at once makes the store, and the other one opens it. */
  async create(userName: string, password: string, session: unknown): Promise<Vault | undefined> {
    const vault = { owner: await ownerOf(userName), key: await newKey() }
    if (await this.database.begin(await this.rowOf(vault, password, session))) return vault
    return (await this.unlock(userName, password)) ?? undefined
  }

  /** Under another password from now on. */
  async lock(vault: Vault, password: string, session: unknown): Promise<void> {
    await this.database.vaults.put(await this.rowOf(vault, password, session))
  }

  async keepSession(vault: Vault, session: unknown): Promise<void> {
    await this.database.vaults.update(vault.owner, { session: await seal(vault.key, `session:${vault.owner}`, session) })
  }

  async sessionOf<T>(vault: Vault): Promise<T | undefined> {
    const row = await this.database.vaults.get(vault.owner)
    return row ? open<T>(vault.key, `session:${vault.owner}`, row.session) : undefined
  }

  /** False once somebody signed out, in whichever window: the next sign-in has a key of its own. */
  async isHeld(vault: Vault): Promise<boolean> {
    return (await this.sessionOf(vault).catch(() => undefined)) !== undefined
  }

  private async rowOf(vault: Vault, password: string, session: unknown): Promise<VaultRow> {
    const salt = crypto.getRandomValues(new Uint8Array(16))
    return {
      id: vault.owner,
      salt,
      rounds: this.rounds,
      wrapped: await wrap(vault.key, await keyOfPassword(password, salt, this.rounds)),
      session: await seal(vault.key, `session:${vault.owner}`, session),
    }
  }
}
