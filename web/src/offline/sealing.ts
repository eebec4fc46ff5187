/** Bytes that only the key's holder can read. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

const Algorithm = 'AES-GCM'
const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: Algorithm, length: 256 }, true, ['encrypt', 'decrypt'])
}

/** @param place Where it is kept: what is sealed for one place cannot be opened in another. */
export function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  return sealBytes(key, place, encoder.encode(JSON.stringify(value)))
}

export async function open<T>(key: CryptoKey, place: string, sealed: Sealed): Promise<T> {
  return JSON.parse(decoder.decode(await openBytes(key, place, sealed))) as T
}

/** What is no text, such as a picture: as a text it would be a third longer. */
export async function sealBytes(key: CryptoKey, place: string, content: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt({ name: Algorithm, iv, additionalData: encoder.encode(place) }, key, content) }
}

export function openBytes(key: CryptoKey, place: string, sealed: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: Algorithm, iv: sealed.iv, additionalData: encoder.encode(place) }, key, sealed.bytes)
}

/** A password's key, slow to guess. */
export async function keyOfPassword(password: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(password), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: Algorithm, length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

export async function wrap(key: CryptoKey, under: CryptoKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.wrapKey('raw', key, under, { name: Algorithm, iv }) }
}

/** Throws where the password is another one. */
export function unwrap(wrapped: Sealed, under: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey('raw', wrapped.bytes, under, { name: Algorithm, iv: wrapped.iv }, Algorithm, true, ['encrypt', 'decrypt'])
}

export async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
