import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useSession } from '@/session/session'

/** Where households stand in the address of the desk. */
export const baseOf = (role: string | undefined): string => (role === 'physician' ? '/panel' : '/households')

/** Whom the page is about, from its address, and who looks at it. */
export function usePlace() {
  const { params } = useRoute()
  const session = useSession()
  const householdId = params['householdId'] as string
  const member = Number(params['member'])
  const base = baseOf(session.user?.role)
  return {
    householdId,
    member,
    base,
    household: `${base}/${householdId}`,
    page: Number.isNaN(member) ? `${base}/${householdId}` : `${base}/${householdId}/members/${member}`,
    isPhysician: computed(() => session.user?.role === 'physician'),
    physicianId: computed(() => session.user?.physicianId),
  }
}

/** An id for something that is sent: the same when it is sent again. */
export const newId = (): string => crypto.randomUUID().replaceAll('-', '')
