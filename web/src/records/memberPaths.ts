import type { Role } from '@/session/session'

/** One member of a household. */
export interface MemberKey {
  householdId: string
  member: number
}

/** Where the pages of the households begin on the desk of a role. */
export const householdsPathOf = (role: Role | undefined): '/panel' | '/households' => (role === 'physician' ? '/panel' : '/households')

/** Where the record of a member is. */
export const recordPathOf = ({ householdId, member }: MemberKey, role: Role | undefined): string =>
  `${householdsPathOf(role)}/${householdId}/members/${member}`

/** Where the referrals, conferences and appointments of a member are. */
export const casesPathOf = ({ householdId, member }: MemberKey): string => `/cases/${householdId}/${member}`
