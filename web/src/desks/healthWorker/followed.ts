import type { QueryKey } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { Schemas } from '@/api'
import type { Api } from '@/api/client'
import { useAsyncData } from '@/components/asyncData'
import { nextPaint } from '@/components/nextPaint'

type Household = Schemas['Household']

const LookAgain = [1_500, 2_000, 3_000, 5_000, 8_000, 15_000, 30_000]
export const isMoving = (status: Schemas['HouseholdStatus']): boolean => status === 'received' || status === 'routed'

/**
 * What a page shows of a household; while that is on its way it is looked at again.
 * @param ask Without signal, what was kept.
 */
export function useFollowed<T>(
  queryKey: QueryKey,
  ask: (client: Api) => Promise<{ value: T; isOld: boolean; fault?: unknown }>,
  householdOf: (value: T) => Household,
) {
  let looks = 0
  const {
    data,
    fault: askFault,
    load,
  } = useAsyncData(
    queryKey,
    async (client) => {
      // To ask takes a slow phone long enough to be late with its first frame.
      if (looks++ === 0) await nextPaint()
      return ask(client)
    },
    {
      every: ({ data: found }) => {
        const household = found && householdOf(found.value)
        // What needs review may have been corrected a moment ago.
        const isWatched = household && (isMoving(household.status) || household.status === 'needsReview')
        return isWatched ? LookAgain[Math.min(looks - 1, LookAgain.length - 1)] : undefined
      },
    },
  )
  const value = computed({
    get: () => data.value?.value,
    set: (shown) => {
      if (shown) data.value = { ...data.value, value: shown, isOld: data.value?.isOld ?? false }
    },
  })
  const fault = computed(() => askFault.value ?? data.value?.fault)
  const isOld = computed(() => data.value?.isOld ?? false)
  return { value, fault, isOld, load }
}
