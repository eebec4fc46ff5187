import { computed, shallowRef, watch } from 'vue'
import { answer, api, type Schemas } from '@/api'
import type { Api } from '@/api/client'
import { growingPause, useAsyncData } from '@/components/asyncData'
import { keyOf, settle, type PoisonMessage, type Replay } from './poisonMessage'

/** As many as one replay of all takes. */
const Most = 1_000

/** The messages that were put aside, and what came of those that were sent again. */
export function usePoisonMessages() {
  const replays = shallowRef<readonly Replay[]>([])
  let looks = 0
  const { data, readAt, isLoading, fault, load } = useAsyncData(['poisonMessages'], all, {
    every: () => (replays.value.some(({ back }) => back === undefined) ? growingPause(looks) : undefined),
  })
  const items = computed(() => data.value ?? [])
  watch(readAt, (now) => {
    looks++
    replays.value = replays.value.map((replay) => settle(replay, items.value, now))
  })

  async function replay(poisonMessage: PoisonMessage): Promise<void> {
    await answer(
      api.POST('/api/poison-messages/{queue}/{messageId}/replay', {
        params: { path: { queue: poisonMessage.queue, messageId: poisonMessage.id } },
      }),
    )
    follow(poisonMessage.queue, [poisonMessage], 1)
  }

  async function replayAll(queue: string): Promise<void> {
    const sent = items.value.filter((one) => one.queue === queue)
    const { data } = await answer(api.POST('/api/poison-messages/replay', { params: { query: { queue } } }))
    follow(queue, sent, data.count)
  }

  function follow(queue: string, sent: readonly PoisonMessage[], count: number): void {
    const gone = new Set(sent.map(keyOf))
    looks = 0
    replays.value = [{ key: crypto.randomUUID(), queue, count, at: Date.now(), sent: [...gone], back: undefined }, ...replays.value]
    data.value = items.value.filter((one) => !gone.has(keyOf(one)))
  }

  return { items, replays, isLoading, fault, load, replay, replayAll }
}

async function all(client: Api): Promise<PoisonMessage[]> {
  const found: PoisonMessage[] = []
  let cursor: string | undefined
  do {
    const query = cursor ? { cursor } : {}
    const { data }: { data: Schemas['PoisonMessagePage'] } = await answer(client.GET('/api/poison-messages', { params: { query } }))
    found.push(...data.items)
    cursor = data.cursor
  } while (cursor && found.length < Most)
  return found
}
