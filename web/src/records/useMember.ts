import { computed, shallowRef, watch } from 'vue'
import type { Schemas } from '@/api'
import { useAsyncData } from '@/components/asyncData'
import { fetchMember } from './fetchMember'
import { fetchHousehold } from './fetchRecords'
import { headOf } from './head'

/**
 * A household and all about one of its members. The household stays while another member of it is asked for.
 * @param number The member's; the head's where it is undefined, for whom the household is asked first.
 */
export function useMember(householdId: () => string, number: () => number | undefined) {
  const seen = shallowRef<Schemas['Household']>()
  const household = computed(() => (seen.value?.id === householdId() ? seen.value : undefined))
  const whole = useAsyncData(
    () => ['record.household', householdId()],
    () => fetchHousehold(householdId()),
    { isWanted: () => number() === undefined && !household.value },
  )
  const member = computed(() => number() ?? headOf(household.value?.members ?? [])?.number)
  const overview = useAsyncData(
    () => ['record.member', householdId(), member.value],
    () => fetchMember({ householdId: householdId(), member: member.value! }),
    { isWanted: () => member.value !== undefined },
  )
  watch(whole.data, (found) => found && (seen.value = found))
  watch(overview.data, (found) => found && (seen.value = found.value.household))

  return {
    household,
    overview: computed(() => overview.data.value?.value),
    // What is shown was right a moment ago: that it cannot be read again takes it from nobody.
    fault: computed(() => whole.fault.value ?? (overview.data.value ? overview.data.value.fault : overview.fault.value)),
    load: (): Promise<void> => (member.value === undefined ? whole.load() : overview.load()),
  }
}
