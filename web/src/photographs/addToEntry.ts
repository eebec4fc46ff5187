import { api } from '@/api'
import { database } from '@/offline/database'
import { NotKept, Outbox } from '@/offline/outbox'
import type { PictureStore } from '@/offline/pictures'
import { useSession } from '@/session/session'
import { photographParcels, sendPhotograph, type Chosen, type PhotographParcel } from './photograph'

/**
 * For those who keep things on the phone by the outbox, which sends them at once where there is signal; for all others one after the
 * other.
 * @param after Id of the parcel that makes the entry, where that waits.
 * @param sent Told of each that has arrived, so that it is not sent again.
 */
export async function addToEntry(
  about: Pick<PhotographParcel, 'memberKey' | 'name' | 'entry'>,
  chosen: readonly Chosen[],
  store: PictureStore,
  { after, sent = () => undefined }: { after?: string; sent?: (one: Chosen) => void } = {},
): Promise<void> {
  const { queue } = useSession()
  if (queue) {
    try {
      await new Outbox(database, queue).add(photographParcels(about, chosen, after))
    } catch {
      throw new NotKept()
    }
    return
  }
  for (const one of chosen) {
    await sendPhotograph(api, { ...about, chosen: one }, (await store.find(one.id))!)
    sent(one)
  }
}
