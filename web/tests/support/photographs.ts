import { Pictures } from '@/offline/pictures'
import { Phone } from './phone'

/** As long as is said, with the beginning of a JPEG in it. */
export const picture = (length = 2_000) => new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'JFIF', new Uint8Array(length - 8)])
/** The entry that the photographs belong to, and its member. */
export const about = {
  memberKey: { householdId: 'household', member: 1 },
  name: '示例甲',
  entry: { kind: 'visit', id: 'visit', at: '2026-11-29T01:00:00Z' },
}
export const visit = { id: 'visit', subject: 'visit:visit', kind: 'visit', body: {} }
export const chosen = (id: string) => ({ id, caption: '', size: 2_000 })

/** A phone whose owner is signed in, and which keeps pictures. */
export async function phoneWithPictures(...ids: string[]) {
  const phone = new Phone()
  const { vault, outbox, drafts } = await phone.signedIn()
  const pictures = new Pictures(phone.database, vault)
  for (const id of ids) await pictures.keep(id, picture())
  return { phone, vault, outbox, drafts, pictures }
}
