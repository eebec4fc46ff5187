import { database } from './database'

/** How many drafts and parcels a sign-out would lose. */
export async function unsentCountOf(owner: string): Promise<number> {
  const [drafts, parcels] = await Promise.all([
    database.drafts.where('owner').equals(owner).count(),
    database.outbox.where('owner').equals(owner).count(),
  ])
  return drafts + parcels
}
