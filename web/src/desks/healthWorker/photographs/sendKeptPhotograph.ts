import { ApiProblem, quietApi } from '@/api'
import type { Parcel } from '@/offline/outbox'
import { sendPhotograph, type PhotographParcel } from '@/photographs/photograph'
import { usePictures } from '@/photographs/usePictures'

/** The picture itself is beside the parcel. */
export async function sendKeptPhotograph({ id, body }: Parcel<PhotographParcel>): Promise<undefined> {
  const picture = await usePictures().find(id)
  // Nothing that could be sent; the parcel says so and can be taken away.
  if (!picture) throw new ApiProblem(404, 'not-found', '')
  await sendPhotograph(quietApi, body, picture)
}
