import { answer, api, type Schemas } from '@/api'
import { findPicture, forgetPicture, keepPicture } from '@/offline/cachedAnswer'
import { reasonHeader } from '@/records/fetchRecords'
import type { MemberKey } from '@/records/memberPaths'

const nameOf = ({ householdId, member }: MemberKey, id: string): string => `photograph:${householdId}:${member}:${id}`

/** One that was taken out, as of another person, stays on no phone that hears of it. */
export const forgetPhotograph = (memberKey: MemberKey, id: string): Promise<void> => forgetPicture(nameOf(memberKey, id))

/** What the phone has seen already is not fetched again: under one id it never changes, and a village's signal is slow. */
export async function fetchPhotograph({ householdId, member }: MemberKey, id: string): Promise<Blob> {
  const name = nameOf({ householdId, member }, id)
  const kept = await findPicture(name)
  if (kept) return kept
  const { data } = await answer(
    api.GET('/api/households/{householdId}/members/{member}/photographs/{photographId}', {
      params: { path: { householdId, member, photographId: id }, ...reasonHeader() },
      parseAs: 'blob',
    }),
  )
  // The contract knows no bytes but as a text.
  const picture = data as unknown as Blob
  await keepPicture(name, picture)
  return picture
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
