import { answer, api, type Schemas } from '@/api'
import type { Api } from '@/api/client'
import { fetchOrCached, findAnswer, forgettingWhatIsGone, isUnreachable, keepAnswer, recallAnswer } from '@/offline/cachedAnswer'
import { reasonHeader } from './fetchRecords'
import type { MemberKey } from './memberPaths'

export type MemberOverview = Schemas['MemberOverview']

/** An answer, or what there is of it without signal. */
export interface FetchedMember {
  value: MemberOverview
  isOld: boolean
  /** Why there is no more than the household. */
  fault?: unknown
}

/**
 * A household and all about one member, in one call. For health workers, without signal, as it was seen last; of a member who was not
 * looked at with signal, the household alone.
 */
export async function fetchMember(key: MemberKey, client: Api = api): Promise<FetchedMember> {
  const ask = async (): Promise<MemberOverview> =>
    (await answer(client.GET('/api/households/{householdId}/members/{member}', { params: { path: { ...key }, ...reasonHeader() } }))).data
  try {
    const fetched = await forgettingWhatIsGone(key.householdId, () => fetchOrCached(nameOf(key.householdId, key.member), ask))
    if (fetched.isOld) return { ...fetched, value: await withNewerHousehold(fetched.value) }
    await keepParts(key, fetched.value)
    return fetched
  } catch (fault) {
    const household = isUnreachable(fault) ? await recallAnswer<Schemas['Household']>(`household:${key.householdId}`) : undefined
    if (!household) throw fault
    return { value: { household, member: key.member }, isOld: true, fault }
  }
}

/** The member's own number, or the household's. */
export const phoneOf = (overview: MemberOverview | undefined, member: number): string | undefined =>
  overview?.household.members.find(({ number }) => number === member)?.phone ?? overview?.household.phone

/** As it stands after something was done, should the signal go before it is asked for again. */
export const keepMember = (overview: MemberOverview): Promise<void> => keepAnswer(nameOf(overview.household.id, overview.member), overview)

const nameOf = (householdId: string, member: number): string => `member:${householdId}:${member}`

/** Under the names by which the pages of the parts look for them: what came with the member opens there without signal, too. */
async function keepParts({ householdId, member }: MemberKey, { household, medication, consultations }: MemberOverview): Promise<void> {
  const closed = await findAnswer<Schemas['ConsultationPage']>(`consultations:${householdId}:${member}`)
  await Promise.all([
    keepAnswer(`household:${householdId}`, household),
    medication && keepAnswer(`medication:${householdId}:${member}`, medication),
    consultations && keepAnswer(`consultations:${householdId}:${member}`, { closed: [], ...closed, open: consultations }),
  ])
}

/** The household may have been looked at since the member was. */
async function withNewerHousehold(overview: MemberOverview): Promise<MemberOverview> {
  const household = await findAnswer<Schemas['Household']>(`household:${overview.household.id}`)
  return household && household.version > overview.household.version ? { ...overview, household } : overview
}
