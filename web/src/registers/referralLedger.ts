import type { Schemas } from '@/api'
import { casesPathOf } from '@/records/memberPaths'

export type ReferralLedgerLine = Schemas['ReferralLedgerLine']

/** What the service narrows the ledger to, as it stands in the address. */
export const filters = ['direction', 'state', 'part', 'from', 'to'] as const

/** Where the referral is; undefined where one may look in no longer. */
export const pathOf = ({ id, householdId, member }: ReferralLedgerLine): string | undefined =>
  householdId && member ? `${casesPathOf({ householdId, member })}/referrals/${id}` : undefined
