import { database } from '@/offline/database'
import { Pictures, PicturesOnPage, type PictureStore } from '@/offline/pictures'
import { useSession } from '@/session/session'

/** Where pictures are until they have been sent: on the phone for those who keep things there, on the page for all others. */
export function usePictures(): PictureStore {
  const { queue } = useSession()
  return queue ? new Pictures(database, queue) : new PicturesOnPage()
}
