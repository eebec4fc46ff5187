import type { Schemas } from '@/api/client'
import { newKey, open, seal, type Sealed } from '@/offline/sealing'
import type { Vault } from '@/offline/vault'

/**
 * What a window holds on to over a reload: the token and the key of the vault, no word about a person. It ends with the window;
 * whoever can read it could as well read the page.
 */
interface Held {
  userName: string
  session: Schemas['Session']
  vault: Vault | undefined
}

interface SealedText {
  iv: string
  bytes: string
}

interface Written {
  token: string
  sealed: SealedText
  key: string
  owner: string | undefined
}

const Place = 'session'

// The router notes how far each page was scrolled, by its address, when a window is left: nothing of who signed out stays.
if (typeof sessionStorage !== 'undefined' && !sessionStorage.getItem(Place)) sessionStorage.clear()

export async function saveToWindow(held: Held): Promise<void> {
  // The same key for the whole life of the window: what else is sealed under it stays readable after signing in again.
  const key = held.vault?.key ?? (await keyOfWindow()) ?? (await newKey())
  const sealed = await seal(key, Place, { userName: held.userName, session: { ...held.session, accessToken: '' } })
  const raw = await crypto.subtle.exportKey('raw', key)
  const written: Written = {
    token: held.session.accessToken,
    key: toText(raw),
    owner: held.vault?.owner,
    sealed: asText(sealed),
  }
  sessionStorage.setItem(Place, JSON.stringify(written))
}

export async function readFromWindow(): Promise<Held | undefined> {
  const text = sessionStorage.getItem(Place)
  if (!text) return undefined
  try {
    const written = JSON.parse(text) as Written
    const key = await keyOf(written)
    const { userName, session } = await open<Held>(key, Place, fromText(written.sealed))
    return {
      userName,
      session: { ...session, accessToken: written.token },
      vault: written.owner ? { owner: written.owner, key } : undefined,
    }
  } catch {
    clearWindow()
    return undefined
  }
}

/** What is being typed, sealed, so that a reload does not lose it. */
export async function keepTyping(place: string, value: unknown): Promise<void> {
  const key = await keyOfWindow()
  if (key) sessionStorage.setItem(place, JSON.stringify(asText(await seal(key, place, value))))
}

export async function readTyping<T>(place: string): Promise<T | undefined> {
  const [text, key] = [sessionStorage.getItem(place), await keyOfWindow()]
  return text && key ? open<T>(key, place, fromText(JSON.parse(text) as SealedText)).catch(() => undefined) : undefined
}

export function forgetTyping(place: string): void {
  sessionStorage.removeItem(place)
}

export function clearWindow(): void {
  sessionStorage.clear()
}

async function keyOfWindow(): Promise<CryptoKey | undefined> {
  const text = sessionStorage.getItem(Place)
  return text ? keyOf(JSON.parse(text) as Written) : undefined
}

function keyOf(written: Written): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', toBytes(written.key), 'AES-GCM', true, ['encrypt', 'decrypt'])
}

function asText({ iv, bytes }: Sealed): SealedText {
  return { iv: toText(iv.buffer), bytes: toText(bytes) }
}

function fromText({ iv, bytes }: SealedText): Sealed {
  return { iv: toBytes(iv), bytes: toBytes(bytes).buffer }
}

function toText(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
