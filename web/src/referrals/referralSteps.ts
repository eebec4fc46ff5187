import { answer, api, type Answer, type Schemas } from '@/api'

export type Step = Exclude<Schemas['ReferralStep'], 'passOn'>

/** Those with which something is said. */
export const stepsWithWords: ReadonlySet<Step> = new Set<Step>(['decline', 'answer', 'close', 'withdraw'])

interface At {
  householdId: string
  member: number
  referralId: string
}

/** The referral after the step; without data where whoever took it sees it no more. */
export function takeStep(
  step: Step,
  path: At,
  words: { reason: string; findings: string; instructions: string },
): Promise<Answer<Schemas['Referral'] | undefined>> {
  const params = { path }
  const said = { params, body: { reason: words.reason || null } }
  switch (step) {
    case 'accept':
      return answer<Schemas['Referral'] | undefined>(
        api.POST('/api/households/{householdId}/members/{member}/referrals/{referralId}/acceptance', { params }),
      )
    case 'see':
      return answer<Schemas['Referral'] | undefined>(
        api.POST('/api/households/{householdId}/members/{member}/referrals/{referralId}/attendance', { params }),
      )
    case 'decline':
      return answer<Schemas['Referral'] | undefined>(
        api.POST('/api/households/{householdId}/members/{member}/referrals/{referralId}/refusal', said),
      )
    case 'answer':
      return answer<Schemas['Referral'] | undefined>(
        api.POST('/api/households/{householdId}/members/{member}/referrals/{referralId}/answer', {
          params,
          body: { findings: words.findings, instructions: words.instructions },
        }),
      )
    case 'close':
      return answer<Schemas['Referral'] | undefined>(
        api.POST('/api/households/{householdId}/members/{member}/referrals/{referralId}/closure', said),
      )
    case 'withdraw':
      return answer<Schemas['Referral'] | undefined>(
        api.POST('/api/households/{householdId}/members/{member}/referrals/{referralId}/withdrawal', said),
      )
  }
}
