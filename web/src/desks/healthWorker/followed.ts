import { ref, shallowRef } from 'vue'
import { api, quietApi, type Schemas } from '@/api'
import type { Api } from '@/api/client'
import { newestOnly } from '@/components/newest'
import { nextPaint } from '@/components/nextPaint'
import { usePause } from '@/components/pause'
import { useConnection } from '@/offline/connection'

type Household = Schemas['Household']

const LookAgain = [1_500, 2_000, 3_000, 5_000, 8_000, 15_000, 30_000]
export const isMoving = (status: Schemas['HouseholdStatus']): boolean => status === 'received' || status === 'routed'

/**
 * What a page shows of a household; while that is on its way it is looked at again.
 * @param ask Without signal, what was kept.
 */
export function useFollowed<T>(
  ask: (client: Api) => Promise<{ value: T; isOld: boolean; fault?: unknown }>,
  householdOf: (value: T) => Household,
) {
  const value = shallowRef<T>()
  const fault = ref<unknown>()
  const isOld = ref(false)
  const asked = newestOnly()
  const pause = usePause(
    () => void look(),
    () => LookAgain[Math.min(looks++, LookAgain.length - 1)]!,
  )
  let looks = 0

  async function load(): Promise<void> {
    const isNewest = asked()
    fault.value = undefined
    try {
      // To ask takes a slow phone long enough to be late with its first frame.
      await nextPaint()
      const found = await ask(api)
      if (!isNewest()) return
      value.value = found.value
      isOld.value = found.isOld
      fault.value = found.fault
      again()
    } catch (caught) {
      if (isNewest()) fault.value = caught
    }
  }

  function again(): void {
    pause.stop()
    const household = value.value && householdOf(value.value)
    // What needs review may have been corrected a moment ago.
    if (household && (isMoving(household.status) || household.status === 'needsReview')) pause.begin()
  }

  async function look(): Promise<void> {
    if (document.visibilityState === 'visible' && useConnection().isOnline) {
      const isNewest = asked()
      await ask(quietApi).then(
        (found) => {
          // What is the same stays, with what somebody has opened of it.
          if (isNewest() && !found.isOld && isAnother(found.value)) value.value = found.value
        },
        () => undefined,
      )
    }
    again()
  }

  function isAnother(found: T): boolean {
    const [before, now] = [value.value && householdOf(value.value), householdOf(found)]
    return before?.version !== now.version || before.status !== now.status
  }

  void load()
  return { value, fault, isOld, load }
}
