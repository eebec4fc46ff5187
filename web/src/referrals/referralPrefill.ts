import { defineStore } from 'pinia'
import type { MemberKey } from '@/records/memberPaths'

export interface ReferralPrefill {
  /** A code of list referralUrgency. */
  urgency: string
  reason: string
}

/** What a referral begins with. In memory alone: it says how somebody is, and stands in no address and no history. */
export const useReferralPrefill = defineStore('referralPrefill', () => {
  let given: { key: MemberKey; prefill: ReferralPrefill } | undefined

  function give(key: MemberKey, prefill: ReferralPrefill): void {
    given = { key, prefill }
  }

  /** Once, and for nobody else. */
  function take({ householdId, member }: MemberKey): ReferralPrefill | undefined {
    const found = given && given.key.householdId === householdId && given.key.member === member ? given.prefill : undefined
    given = undefined
    return found
  }

  return { give, take }
})
