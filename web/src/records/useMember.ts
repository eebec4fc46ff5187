import { ref, shallowRef, watch } from 'vue'
import type { Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { fetchEntries, fetchPlan, fetchRecord } from './fetchRecords'

/** All that is known of one member: the record, its history and the plan, where there is one. */
export function useMember(household: () => Schemas['Household'] | undefined, member: () => Schemas['Member'] | undefined) {
  const record = shallowRef<Schemas['Record']>()
  const entries = shallowRef<Schemas['Entry'][]>()
  const plan = shallowRef<Schemas['CarePlan']>()
  const fault = ref<unknown>()
  const asked = newestOnly()

  async function load(): Promise<void> {
    const isNewest = asked()
    const [around, one] = [household(), member()]
    fault.value = record.value = entries.value = plan.value = undefined
    if (!around || !one?.recordNumber) return
    try {
      const read = await Promise.all([
        fetchRecord(one.recordNumber),
        fetchEntries(one.recordNumber),
        one.plan ? fetchPlan(around.id, one.number) : undefined,
      ])
      if (isNewest()) [record.value, entries.value, plan.value] = read
    } catch (caught) {
      if (isNewest()) fault.value = caught
    }
  }

  watch(() => member()?.number, load, { immediate: true })
  return { record, entries, plan, fault, load }
}
