import { computed } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { usePagedData, type Page } from '@/components/pagedData'
import { useSession } from '@/session/session'
import { fetchOrCached } from '@/offline/cachedAnswer'

type Line = Schemas['HouseholdLine']
type Status = Schemas['HouseholdStatus']
/** What may be listed to be mended. */
export type ListedProblem = 'phoneUnread'

/** The households of the worker's regions, a page at a time; without signal those that were looked at last. */
export function useHouseholds(region: () => string, status: () => Status | '', problem: () => ListedProblem | '' = () => '') {
  const session = useSession()

  async function pageOf(of: string, cursor: string | undefined): Promise<Page<Line>> {
    const [ofStatus, ofProblem] = [status(), problem()]
    const query = {
      region: of,
      ...(ofStatus ? { status: ofStatus } : {}),
      ...(ofProblem ? { problem: ofProblem } : {}),
      ...(cursor ? { cursor } : {}),
    }
    const { value } = await fetchOrCached(
      `households:${of}:${ofStatus}:${ofProblem}:${cursor ?? ''}`,
      async () => (await answer(api.GET('/api/households', { params: { query } }))).data,
    )
    return value
  }

  const { rows: lines, ...list } = usePagedData<Line>(
    () => ['households', region(), status(), problem()],
    () => (region() ? [region()] : (session.user?.regions ?? [])).map((of) => (cursor) => pageOf(of, cursor)),
  )
  const isEmpty = computed(() => list.isComplete.value && lines.value.length === 0)
  return { lines, isEmpty, ...list }
}
