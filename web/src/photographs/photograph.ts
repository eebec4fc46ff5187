import { answer, type Schemas } from '@/api'
import type { Api } from '@/api/client'
import type { NewParcel, Parcel } from '@/offline/outbox'
import type { MemberKey } from '@/records/memberPaths'
import { previewOf } from './picture'

/** What the service takes for one entry. */
export const MostOfEntry = 6
export const LongestCaption = 60

/** One that was chosen and is to be sent; the picture itself is where it is kept. */
export interface Chosen {
  id: string
  caption: string
  size: number
}

/** Which entry of a record it belongs to. */
export type EntryKey = Pick<Schemas['Entry'], 'kind' | 'id' | 'at'>

/** A photograph to be sent; the parcel's id is the photograph's. */
export interface PhotographParcel {
  memberKey: MemberKey
  /** Of the person, to be recognised in the outbox. */
  name: string
  entry: EntryKey
  chosen: Chosen
}

export const isPhotographParcel = (parcel: Parcel): parcel is Parcel<PhotographParcel> => parcel.kind === 'photograph'

/** @param after Id of the parcel that makes the entry, where that waits too. */
export function photographParcels(
  about: Pick<PhotographParcel, 'memberKey' | 'name' | 'entry'>,
  chosen: readonly Chosen[],
  after?: string,
): NewParcel<PhotographParcel>[] {
  return chosen.map(({ id, caption, size }) => ({
    id,
    // Nothing waits for it: a visit must not stay behind a photograph.
    subject: `photograph:${id}`,
    kind: 'photograph',
    after,
    body: {
      memberKey: { householdId: about.memberKey.householdId, member: about.memberKey.member },
      name: about.name,
      entry: { kind: about.entry.kind, id: about.entry.id, at: about.entry.at },
      chosen: { id, caption, size },
    },
  }))
}

export const present = (photographs: readonly Schemas['Photograph'][] | undefined): readonly Schemas['Photograph'][] =>
  photographs?.filter(({ removal }) => !removal) ?? []

export async function sendPhotograph(
  client: Api,
  { memberKey, entry, chosen }: Omit<PhotographParcel, 'name'>,
  picture: Blob,
): Promise<Schemas['Photograph']> {
  const caption = chosen.caption.trim()
  // Without one lists show the picture itself, which is no reason to leave it behind.
  const preview = await previewOf(picture).catch(() => undefined)
  const { data } = await answer(
    client.PUT('/api/households/{householdId}/members/{member}/photographs/{photographId}', {
      params: {
        path: { ...memberKey, photographId: chosen.id },
        query: { entryKind: entry.kind, entryId: entry.id, entryAt: entry.at },
        header: {
          ...(caption ? { 'X-Caption': encodeURIComponent(caption) } : {}),
          ...(preview ? { 'X-Preview-Length': preview.size } : {}),
        },
      },
      headers: { 'Content-Type': 'image/jpeg' },
      // The contract knows no bytes but as a text.
      body: (preview ? new Blob([preview, picture]) : picture) as unknown as string,
      bodySerializer: (body) => body as unknown as Blob,
    }),
  )
  return data
}
