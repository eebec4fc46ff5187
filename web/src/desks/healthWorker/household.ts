import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { answer, api, quietApi, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { nextPaint } from '@/components/nextPaint'
import { useConnection } from '@/offline/connection'
import { isUnreachable } from '@/offline/cachedAnswer'
import { useOfflineWork } from './offlineWork'

type Household = Schemas['Household']

const LookAgain = [1_500, 2_000, 3_000, 5_000, 8_000, 15_000, 30_000]
export const isMoving = (status: Schemas['HouseholdStatus']): boolean => status === 'received' || status === 'routed'

/** A household; while it is on its way it is looked at again. Without signal, as it was seen last. */
export function useHousehold(householdId: string) {
  const work = useOfflineWork()
  const household = shallowRef<Household>()
  const fault = ref<unknown>()
  const isOld = ref(false)
  const asked = newestOnly()
  let timer: ReturnType<typeof setTimeout> | undefined
  let looks = 0

  async function load(): Promise<void> {
    const isNewest = asked()
    fault.value = undefined
    const ask = async () => (await answer(api.GET('/api/households/{householdId}', { params: { path: { householdId } } }))).data
    try {
      // To ask takes a slow phone long enough to be late with its first frame.
      await nextPaint()
      const cache = work.store?.cache
      const found = cache ? await cache.fresh(`household:${householdId}`, ask, isUnreachable) : { value: await ask(), isOld: false }
      if (!isNewest()) return
      household.value = found.value
      isOld.value = found.isOld
      again()
    } catch (caught) {
      if (isNewest()) fault.value = caught
    }
  }

  function again(): void {
    clearTimeout(timer)
    // What needs review may have been corrected a moment ago.
    if (household.value && (isMoving(household.value.status) || household.value.status === 'needsReview'))
      timer = setTimeout(() => void look(), LookAgain[Math.min(looks++, LookAgain.length - 1)])
  }

  async function look(): Promise<void> {
    if (document.visibilityState === 'visible' && useConnection().isOnline) {
      const isNewest = asked()
      await answer(quietApi.GET('/api/households/{householdId}', { params: { path: { householdId } } })).then(
        async ({ data }) => {
          await work.store?.cache.keep(`household:${householdId}`, data)
          if (isNewest()) household.value = data
        },
        () => undefined,
      )
    }
    again()
  }

  onBeforeUnmount(() => clearTimeout(timer))
  void load()
  return { household, fault, isOld, load }
}
