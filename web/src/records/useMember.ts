import { ref, shallowRef, watch } from 'vue'
import type { Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { fetchMember, type MemberOverview } from './fetchMember'
import { fetchHousehold } from './fetchRecords'
import { headOf } from './head'

/**
 * A household and all about one of its members. The household stays while another member of it is asked for.
 * @param number The member's; the head's where it is undefined, for whom the household is asked first.
 */
export function useMember(householdId: () => string, number: () => number | undefined) {
  const household = shallowRef<Schemas['Household']>()
  const overview = shallowRef<MemberOverview>()
  const fault = ref<unknown>()
  const asked = newestOnly()

  async function load(): Promise<void> {
    const isNewest = asked()
    const id = householdId()
    fault.value = overview.value = undefined
    if (household.value?.id !== id) household.value = undefined
    try {
      if (!number() && !household.value) {
        const found = await fetchHousehold(id)
        if (!isNewest()) return
        household.value = found
      }
      const member = number() ?? headOf(household.value?.members ?? [])?.number
      if (!member) return
      const { value } = await fetchMember({ householdId: id, member })
      if (isNewest()) [overview.value, household.value] = [value, value.household]
    } catch (caught) {
      if (isNewest()) fault.value = caught
    }
  }

  /** As it stands after a change, without taking away what is shown. */
  async function refresh(): Promise<void> {
    const member = overview.value?.member
    if (!member) return
    const isNewest = asked()
    try {
      const { value } = await fetchMember({ householdId: householdId(), member })
      if (isNewest()) [overview.value, household.value] = [value, value.household]
    } catch {
      // What is shown was right a moment ago.
    }
  }

  watch(() => [householdId(), number()], load, { immediate: true })
  return { household, overview, fault, load, refresh }
}
