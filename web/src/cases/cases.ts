import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useSession } from '@/session/session'

/** The member whose case a page is about, as its address says. */
export function useCase() {
  const { params } = useRoute()
  const householdId = params['householdId'] as string
  const member = Number(params['member'])
  const session = useSession()
  const isPhysician = computed(() => session.user?.role === 'physician')
  /** Where the member's record is shown to whoever looks. */
  const recordPath = computed(() => `${isPhysician.value ? '/panel' : '/households'}/${householdId}/members/${member}`)
  return { householdId, member, path: { householdId, member }, of: casesOf(householdId, member), isPhysician, recordPath, me: computed(() => session.user?.physicianId) }
}

export const casesOf = (householdId: string, member: number): string => `/cases/${householdId}/${member}`

/** Made here, so that the same sent twice is one thing. */
export const newId = (): string => crypto.randomUUID().replaceAll('-', '')
