import { ref, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import type { Api } from '@/api/client'
import { newestOnly } from '@/components/newest'
import { today } from '@/i18n/formats'
import type { Day } from '@/i18n/time'
import { isUnreachable } from '@/offline/cachedAnswer'
import { keptListOf } from '@/worklists/keptLine'
import { linesFrom } from '@/worklists/worklistPages'
import { useOfflineWork } from '../offlineWork'

type Line = Schemas['WorklistLine']

/** How far ahead is looked, so that days without signal are covered too. */
const DaysAhead = 14

export const lastDay = (): Day => today(new Date(Date.now() + DaysAhead * 86_400_000))

/** What there is to do in the regions; without signal, what was seen last. */
export function useWorklists(regions: () => readonly string[]) {
  const work = useOfflineWork()
  const lines = shallowRef<readonly Line[]>()
  /** What was done on this phone later is not in it yet. */
  const readAt = ref(0)
  const isOld = ref(false)
  /** What is of now is being asked for. */
  const isLoading = ref(false)
  const fault = ref<unknown>()
  const asked = newestOnly()

  /** What was seen last, at once. */
  async function recall(): Promise<void> {
    const kept = await Promise.all(regions().map((region) => work.store?.cache.find<Schemas['Worklist']>(keptListOf(region))))
    const found = kept.filter((list) => list !== undefined)
    if (found.length > 0 && !lines.value) take(found.map((list) => ({ ...list, isOld: true })))
  }

  async function load(client: Api = api): Promise<void> {
    const isNewest = asked()
    fault.value = undefined
    isLoading.value = true
    try {
      const lists = await Promise.all(regions().map((region) => listOf(region, client)))
      if (isNewest()) take(lists)
    } catch (caught) {
      if (isNewest()) fault.value = caught
    } finally {
      if (isNewest()) isLoading.value = false
    }
  }

  function take(lists: readonly { value: Schemas['Worklist']; keptAt: number; isOld: boolean }[]): void {
    lines.value = lists.flatMap(({ value }) => value.items)
    isOld.value = lists.some((list) => list.isOld)
    readAt.value = Math.min(Date.now(), ...lists.map(({ keptAt }) => keptAt))
  }

  async function listOf(regionCode: string, client: Api) {
    const dueBy = lastDay()
    // What is sent while it is asked for may not be in the answer.
    const keptAt = Date.now()
    const ask = () =>
      linesFrom(
        async (cursor, limit) =>
          (
            await answer(
              client.GET('/api/regions/{regionCode}/worklist', {
                params: { path: { regionCode }, query: { dueBy, limit, ...(cursor ? { cursor } : {}) } },
              }),
            )
          ).data,
      )
    const cache = work.store?.cache
    if (!cache) return { value: await ask(), keptAt, isOld: false }
    const list = await cache.fresh(keptListOf(regionCode), ask, isUnreachable)
    return list.isOld ? list : { ...list, keptAt }
  }

  return { lines, readAt, isOld, isLoading, fault, recall, load }
}
