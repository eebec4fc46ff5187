import { answer, api, type Schemas } from '@/api'
import { fetchIfThere, fetchOrCached } from '@/offline/cachedAnswer'
import type { MemberKey } from '@/records/memberPaths'

export async function fetchEducationTexts(): Promise<Schemas['EducationTextList']['items']> {
  return (await fetchOrCached('educationTexts', async () => (await answer(api.GET('/api/education-texts'))).data)).value.items
}

/** Undefined where nobody answers and the phone has not kept them. */
export async function fetchLessons({ householdId, member }: MemberKey): Promise<Schemas['Lesson'][] | undefined> {
  const path = { householdId, member }
  const ask = async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/education', { params: { path } }))).data
  return (await fetchIfThere(`education:${householdId}:${member}`, ask))?.items
}
