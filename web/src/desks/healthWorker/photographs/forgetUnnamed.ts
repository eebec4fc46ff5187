import type { Drafts } from '@/offline/drafts'
import type { Outbox } from '@/offline/outbox'
import type { Pictures } from '@/offline/pictures'
import type { Chosen } from '@/photographs/photograph'

/** Whoever is at a form has it in a draft, or sends it within a day. Milliseconds. */
const InUse = 24 * 3_600_000

/** Takes away the pictures that neither a draft nor a parcel names. */
export async function forgetUnnamed(pictures: Pictures, outbox: Outbox, drafts: Drafts): Promise<void> {
  const begun = Date.now()
  const [parcels, begunForms] = await Promise.all([outbox.list(), drafts.list<{ photographs?: Chosen[] }>()])
  const named = [...parcels.map(({ id }) => id), ...begunForms.flatMap(({ content }) => content.photographs ?? []).map(({ id }) => id)]
  await pictures.forgetUnnamed(new Set(named), begun - InUse)
}
