import { computed, ref, shallowRef, watch } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { useSession } from '@/session/session'
import { isUnreachable } from '@/offline/cachedAnswer'
import { useOfflineWork } from './offlineWork'

type Line = Schemas['HouseholdLine']
type Status = Schemas['HouseholdStatus']
/** What may be listed to be mended. */
export type ListedProblem = 'phoneUnread'

interface Pages {
  lines: Line[]
  /** Of the next page of this region; undefined after the last. */
  cursor: string | undefined
  regions: string[]
}

/** The households of the worker's regions, a page at a time; without signal those that were looked at last. */
export function useHouseholds(region: () => string, status: () => Status | '', problem: () => ListedProblem | '' = () => '') {
  const session = useSession()
  const work = useOfflineWork()
  const lines = shallowRef<Line[]>([])
  const isLoading = ref(false)
  /** Without signal: when the oldest page of it was looked at. Milliseconds. */
  const seenAt = ref<number>()
  const fault = ref<unknown>()
  const next = shallowRef<Pages>()
  let reading = Promise.resolve()
  let isNewest = (): boolean => true
  const asked = newestOnly()

  async function begin(): Promise<void> {
    isNewest = asked()
    next.value = { lines: [], cursor: undefined, regions: region() ? [region()] : [...(session.user?.regions ?? [])] }
    isLoading.value = false
    seenAt.value = undefined
    await more()
  }

  /** The next page, or the one that is being read; where it cannot be read, `fault` says why. */
  async function more(): Promise<void> {
    if (!next.value || next.value.regions.length === 0) return
    if (isLoading.value) return reading
    reading = read(next.value)
    return reading
  }

  async function read(from: Pages): Promise<void> {
    const isOwn = isNewest
    isLoading.value = true
    fault.value = undefined
    try {
      const page = await pageOf(from)
      if (!isOwn()) return
      if (page.isOld) seenAt.value = Math.min(seenAt.value ?? page.keptAt, page.keptAt)
      const { items, cursor } = page.value
      lines.value = from.lines.length === 0 ? items : [...lines.value, ...items]
      next.value = { lines: lines.value, cursor, regions: cursor ? from.regions : from.regions.slice(1) }
      isLoading.value = false
      if (lines.value.length < 24) await more()
    } catch (caught) {
      if (isOwn()) fault.value = caught
    } finally {
      if (isOwn()) isLoading.value = false
    }
  }

  async function pageOf({ cursor, regions }: Pages): Promise<{ value: Schemas['HouseholdPage']; isOld: boolean; keptAt: number }> {
    const ask = async () =>
      (
        await answer(
          api.GET('/api/households', {
            params: {
              query: {
                region: regions[0]!,
                ...(status() ? { status: status() as Status } : {}),
                ...(problem() ? { problem: problem() as ListedProblem } : {}),
                ...(cursor ? { cursor } : {}),
              },
            },
          }),
        )
      ).data
    const cache = work.store?.cache
    if (!cache) return { value: await ask(), isOld: false, keptAt: Date.now() }
    return cache.fresh(`households:${regions[0]}:${status()}:${problem()}:${cursor ?? ''}`, ask, isUnreachable)
  }

  watch([region, status, problem], () => void begin(), { immediate: true })
  const isEmpty = computed(() => !isLoading.value && !fault.value && lines.value.length === 0)
  const hasMore = computed(() => (next.value?.regions.length ?? 0) > 0)
  return { lines, isLoading, seenAt, isEmpty, hasMore, fault, begin, more }
}
