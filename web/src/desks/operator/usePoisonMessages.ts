import { ref, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { usePolling } from '@/components/polling'
import { newestOnly } from '@/components/newest'
import { keyOf, settle, type PoisonMessage, type Replay } from './poisonMessage'

/** As many as one replay of all takes. */
const Most = 1_000

/** The messages that were put aside, and what came of those that were sent again. */
export function usePoisonMessages() {
  const items = shallowRef<readonly PoisonMessage[]>([])
  const replays = shallowRef<readonly Replay[]>([])
  const isLoading = ref(true)
  const fault = ref<unknown>()
  const asked = newestOnly()
  const { begin: watchReplays } = usePolling(look)

  async function load(): Promise<void> {
    const isNewest = asked()
    isLoading.value = true
    fault.value = undefined
    try {
      const found = await all()
      if (isNewest()) items.value = found
    } catch (caught) {
      if (isNewest()) fault.value = caught
    } finally {
      isLoading.value = false
    }
  }

  async function look(): Promise<boolean> {
    const isNewest = asked()
    await all().then(
      (found) => {
        if (!isNewest()) return
        items.value = found
        replays.value = replays.value.map((replay) => settle(replay, found, Date.now()))
      },
      () => undefined,
    )
    return replays.value.some(({ back }) => back === undefined)
  }

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
    asked()
    const gone = new Set(sent.map(keyOf))
    items.value = items.value.filter((one) => !gone.has(keyOf(one)))
    replays.value = [{ key: crypto.randomUUID(), queue, count, at: Date.now(), sent: [...gone], back: undefined }, ...replays.value]
    watchReplays()
  }

  void load()
  return { items, replays, isLoading, fault, load, replay, replayAll }
}

async function all(): Promise<PoisonMessage[]> {
  const found: PoisonMessage[] = []
  let cursor: string | undefined
  do {
    const query = cursor ? { cursor } : {}
    const { data }: { data: Schemas['PoisonMessagePage'] } = await answer(api.GET('/api/poison-messages', { params: { query } }))
    found.push(...data.items)
    cursor = data.cursor
  } while (cursor && found.length < Most)
  return found
}
