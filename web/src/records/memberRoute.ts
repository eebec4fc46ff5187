import { useRoute } from 'vue-router'
import { useSession } from '@/session/session'
import type { Whose } from './asking'

/** The member that the address names, and where that member's pages are for who is signed in. */
export function useWhose(): { whose: Whose; base: string; isPhysician: boolean } {
  const { params } = useRoute()
  const whose = { householdId: params['householdId'] as string, member: Number(params['member']) }
  const isPhysician = useSession().user?.role === 'physician'
  return { whose, base: baseOf(whose, isPhysician), isPhysician }
}

export function baseOf({ householdId, member }: Whose, isPhysician: boolean): string {
  return `/${isPhysician ? 'panel' : 'households'}/${householdId}/members/${member}`
}
