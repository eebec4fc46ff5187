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

  async function pageOf(of: string, cursor: string | undefined): Promise<Page<Line> & { isOld: boolean }> {
    const [ofStatus, ofProblem] = [status(), problem()]
    const query = {
      region: of,
      ...(ofStatus ? { status: ofStatus } : {}),
      ...(ofProblem ? { problem: ofProblem } : {}),
      ...(cursor ? { cursor } : {}),
    }
    const { value, isOld } = await fetchOrCached(
      `households:${of}:${ofStatus}:${ofProblem}:${cursor ?? ''}`,
      async () => (await answer(api.GET('/api/households', { params: { query } }))).data,
    )
    return { ...value, isOld }
  }

  const {
    rows: lines,
    pages,
    ...list
  } = usePagedData<Line, Page<Line> & { isOld: boolean }>(
    () => ['households', region(), status(), problem()],
    () => (region() ? [region()] : (session.user?.regions ?? [])).map((of) => (cursor) => pageOf(of, cursor)),
  )
  const isOld = computed(() => pages.value.some((page) => page.isOld))
  const isEmpty = computed(() => list.isComplete.value && lines.value.length === 0)
  return { lines, isOld, isEmpty, ...list }
}
