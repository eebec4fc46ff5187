import type { Schemas } from '@/api'
import { casesPathOf } from '@/records/memberPaths'

type Task = Schemas['HouseholdTask']

/**
 * The page on which a task is worked on; the member's, or the household's, where the kind has none of its own.
 * @param base Where the desk shows a household: `/panel` or `/households`.
 */
export function pathOfTask(base: '/panel' | '/households', householdId: string, task: Task): string {
  const household = `${base}/${householdId}`
  const member = task.member ? `${household}/members/${task.member}` : household
  const cases = casesPathOf({ householdId, member: task.member ?? 0 })
  // What follows the id tells the tasks of one consultation, or of one referral, apart.
  const id = task.reference.split(/[/:]/)[0]
  switch (task.kind) {
    case 'appointment':
      return `${cases}/appointments`
    case 'referral':
      return `${cases}/referrals/${id}`
    case 'conference':
      return `${cases}/conferences/${id}`
    case 'question':
    case 'guidance':
      return `${member}/consultations/${id}`
    case 'medicationReview':
      return `${member}/medication`
    case 'opinion':
      return `${member}/plan/opinions/${task.reference}`
    case 'decision':
      return `${member}/plan`
    case 'testReport':
      return `${member}/test-reports`
    case 'contract':
    case 'transfer':
      return `${household}/${task.kind}`
    default:
      return member
  }
}
