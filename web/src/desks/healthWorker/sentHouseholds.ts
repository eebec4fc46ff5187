import { computed, watch } from 'vue'
import { answer, ApiProblem, quietApi } from '@/api'
import { usePause } from '@/components/pause'
import { useConnection } from '@/offline/connection'
import type { Sent } from '@/offline/outbox'
import { isMoving } from './followed'
import { followed as follow, type FollowedHousehold } from './sendParcel'
import { isSentVisit } from './sendVisit'
import { isSentSettlement } from './toDo/settlement'
import { useOfflineWork } from './offlineWork'

const Pause = 2_500
/** A corrected household needs review until its records are built again. */
const Settling = 60_000
/** What is listed is shown for a day, to be seen once more. */
const Day = 86_400_000

function isOnItsWay({ content, sentAt }: Sent<FollowedHousehold>): boolean {
  return isMoving(content.status) || (content.status === 'needsReview' && sentAt > Date.now() - Settling)
}

/** What was sent, and how far it has come by now. */
export function useSentHouseholds() {
  const work = useOfflineWork()
  const connection = useConnection()
  const followed = computed(() =>
    work.sent.filter((sent): sent is Sent<FollowedHousehold> => !isSentVisit(sent) && !isSentSettlement(sent)),
  )
  const pause = usePause(() => void look(false), Pause)

  async function look(isFirst: boolean): Promise<void> {
    pause.stop()
    if (connection.isOnline && document.visibilityState === 'visible') {
      for (const sent of followed.value) {
        if (isOnItsWay(sent) || (isFirst && sent.content.status !== 'listed')) await refresh(sent)
        else if (sent.content.status === 'listed' && sent.sentAt < Date.now() - Day) await forget(sent.id)
      }
    }
    if (followed.value.some(isOnItsWay)) pause.begin()
  }

  async function refresh(sent: Sent): Promise<void> {
    try {
      const { data } = await answer(quietApi.GET('/api/households/{householdId}', { params: { path: { householdId: sent.id } } }))
      await work.store?.outbox.follow(sent, follow(data))
    } catch (fault) {
      if (fault instanceof ApiProblem && fault.status === 404) await forget(sent.id)
    }
  }

  async function forget(id: string): Promise<void> {
    await work.store?.outbox.forgetSent(id)
  }

  watch(
    () => work.lastSent,
    () => void look(true),
    { immediate: true },
  )
  return { followed, forget }
}
