import { useRoute } from 'vue-router'
import { useSession } from '@/session/session'
import { casesPathOf, householdsPathOf, recordPathOf, type MemberKey } from './memberPaths'

/** The household that the address names, with its member where there is one, and who looks at it. */
export function useMemberRoute() {
  const { params } = useRoute()
  const { user } = useSession()
  const householdId = params['householdId'] as string
  const memberKey: MemberKey = { householdId, member: Number(params['member']) }
  const householdsPath = householdsPathOf(user?.role)
  return {
    ...memberKey,
    memberKey,
    householdsPath,
    householdPath: `${householdsPath}/${householdId}`,
    recordPath: recordPathOf(memberKey, user?.role),
    casesPath: casesPathOf(memberKey),
    isPhysician: user?.role === 'physician',
    physicianId: user?.physicianId,
  }
}
