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
      const { value, fault: missing } = await fetchMember({ householdId: id, member })
      if (isNewest()) [overview.value, household.value, fault.value] = [value, value.household, missing]
    } catch (caught) {
      if (isNewest()) fault.value = caught
    }
  }

  watch(() => [householdId(), number()], load, { immediate: true })
  return { household, overview, fault, load }
}
