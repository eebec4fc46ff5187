import { answer, api, type Schemas } from '@/api'
import { findPicture, forgetPicture, keepPicture } from '@/offline/cachedAnswer'
import { reasonHeader } from '@/records/fetchRecords'
import type { MemberKey } from '@/records/memberPaths'

type Photograph = Pick<Schemas['Photograph'], 'id' | 'size'>

const pictureName = ({ householdId, member }: MemberKey, id: string): string => `photograph:${householdId}:${member}:${id}`
const previewName = ({ householdId, member }: MemberKey, id: string): string => `photographPreview:${householdId}:${member}:${id}`

/** One that was taken out, as of another person, stays on no phone that hears of it. */
export async function forgetPhotograph(memberKey: MemberKey, id: string): Promise<void> {
  await forgetPicture(pictureName(memberKey, id))
  await forgetPicture(previewName(memberKey, id))
}

/** What the phone has seen already is not fetched again: under one id it never changes, and a village's signal is slow. */
export async function fetchPhotograph(memberKey: MemberKey, { id }: Photograph): Promise<Blob> {
  const name = pictureName(memberKey, id)
  const kept = await findPicture(name)
  if (kept) return kept
  const picture = await ask(memberKey, id)
  await keepPicture(name, picture)
  return picture
}

/** The small one, or what is there already. */
export async function fetchPreview(memberKey: MemberKey, { id, size }: Photograph): Promise<Blob> {
  const kept = (await findPicture(pictureName(memberKey, id))) ?? (await findPicture(previewName(memberKey, id)))
  if (kept) return kept
  const preview = await ask(memberKey, id, { size: 'preview' })
  // What came without one is the picture itself, and is not fetched once more to be seen large.
  await keepPicture((preview.size === size ? pictureName : previewName)(memberKey, id), preview)
  return preview
}

async function ask({ householdId, member }: MemberKey, id: string, query: { size?: 'preview' } = {}): Promise<Blob> {
  const { data } = await answer(
    api.GET('/api/households/{householdId}/members/{member}/photographs/{photographId}', {
      params: { path: { householdId, member, photographId: id }, query, ...reasonHeader() },
      parseAs: 'blob',
    }),
  )
  // The contract knows no bytes but as a text.
  return data as unknown as Blob
}

export async function removePhotograph({ householdId, member }: MemberKey, id: string, reason: string): Promise<Schemas['Photograph']> {
  const { data } = await answer(
    api.POST('/api/households/{householdId}/members/{member}/photographs/{photographId}/removal', {
      params: { path: { householdId, member, photographId: id } },
      body: { reason },
    }),
  )
  return data
}
