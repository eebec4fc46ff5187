import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { fetchOrCached } from '@/offline/cachedAnswer'
import { useSession } from '@/session/session'
import { pathOfTask } from '@/worklists/taskPath'
import { keyOf, linesFrom, withLines, type WorklistPage } from '@/worklists/worklistPages'

export { keyOf }
export type Line = Schemas['WorklistLine']
export type Urgency = Line['urgency']

export const urgencies: readonly Urgency[] = ['urgent', 'overdue', 'due', 'none']

/** Lines on a page. */
const PageSize = 50

/** What the list is narrowed to; nothing for all of it. */
export interface WorklistFilter {
  urgency?: Urgency | undefined
  kind?: string | undefined
}

export function pathOf(line: Line): string {
  // Whoever has one thing to do is led to where it is done.
  const [task, another] = line.tasks
  if (task && !another && line.followUps.length === 0) return pathOfTask('/panel', line.householdId, task)
  return line.member ? `/panel/${line.householdId}/members/${line.member}` : `/panel/${line.householdId}`
}

/** Whether the line asks for something of the kind: visits, or a task. */
const isOfKind = (line: Line, kind: string): boolean =>
  kind === 'followUp' ? line.followUps.length > 0 : line.tasks.some((task) => task.kind === kind)

// In the order of the service: what is urgent, what has a day, what has none.
const placeOf = (line: Line): string =>
  `${line.urgency === 'urgent' ? 0 : line.dueOn ? 1 : 2}${line.dueOn ?? ''}/${line.villageCode}/${keyOf(line)}`

/** What the physician has to do, as it was seen last: going back shows it at once, on the row that was left. */
export const useWorklist = defineStore('worklist', () => {
  const session = useSession()
  const filter = shallowRef<WorklistFilter>({})
  const lines = shallowRef<readonly Line[]>([])
  /** Of the whole list, whatever it is narrowed to; undefined before the first answer. */
  const counts = shallowRef<{ urgent: number; overdue: number }>()
  const cursor = ref<string>()
  const readAt = ref<string>()
  const fault = ref<unknown>()
  const isLoading = ref(false)
  const asked = newestOnly()
  let reading = Promise.resolve()
  /** When the beginning of the list was answered; without signal, long ago. Milliseconds. */
  let seenAt = Date.now()
  /** Key of the row that had the focus last. */
  const current = ref<string>()

  async function ask(from: string | undefined, limit: number): Promise<WorklistPage> {
    const { urgency, kind } = filter.value
    const query = { limit, ...(from ? { cursor: from } : {}), ...(urgency ? { urgency } : {}), ...(kind ? { kind: [kind] } : {}) }
    const path = { physicianId: session.user!.physicianId! }
    const page = await fetchOrCached(
      `worklist:${path.physicianId}:${urgency ?? ''}:${kind ?? ''}:${from ?? ''}`,
      async () => (await answer(api.GET('/api/physicians/{physicianId}/worklist', { params: { path, query } }))).data,
    )
    if (!from) seenAt = page.keptAt
    return page.value
  }

  /** Reads anew as many lines as were there: the row that was left must not be beyond them. */
  const load = (): Promise<void> =>
    read(async () => {
      const list = await linesFrom(ask, Math.max(PageSize, lines.value.length))
      return () => {
        lines.value = list.items
        counts.value = { urgent: list.urgent ?? 0, overdue: list.overdue ?? 0 }
        cursor.value = list.cursor
        readAt.value = new Date(seenAt).toISOString()
      }
    })

  /** The next page, where there is one. */
  const loadMore = async (): Promise<void> => {
    if (isLoading.value) return reading
    if (!cursor.value) return
    await read(async () => {
      const next = await ask(cursor.value, PageSize)
      return () => {
        lines.value = withLines(lines.value, next.items)
        cursor.value = next.cursor
      }
    })
  }

  function read(page: () => Promise<() => void>): Promise<void> {
    reading = readPage(page)
    return reading
  }

  async function readPage(page: () => Promise<() => void>): Promise<void> {
    if (!session.user?.physicianId) return
    const isNewest = asked()
    isLoading.value = true
    fault.value = undefined
    try {
      const show = await page()
      if (isNewest()) show()
    } catch (caught) {
      if (isNewest()) fault.value = caught
    } finally {
      if (isNewest()) isLoading.value = false
    }
  }

  /** Narrows the list; what was shown before goes. */
  async function narrow(next: WorklistFilter): Promise<void> {
    if (next.urgency !== filter.value.urgency || next.kind !== filter.value.kind) {
      filter.value = next
      lines.value = []
      cursor.value = undefined
    }
    await load()
  }

  /** A line as it is now, in the answer of what was done: what is done is gone before the list is read again. */
  function take(line: Line): void {
    // A list that is under way may have been read before this was done.
    asked()
    isLoading.value = false
    const { urgency, kind } = filter.value
    const others = lines.value.filter((other) => keyOf(other) !== keyOf(line))
    const isShown = (!urgency || line.urgency === urgency) && (!kind || isOfKind(line, kind))
    const after = others.findIndex((other) => placeOf(other) > placeOf(line))
    if (!isShown || (after < 0 && cursor.value)) lines.value = others
    else lines.value = after < 0 ? [...others, line] : [...others.slice(0, after), line, ...others.slice(after)]
  }

  return { filter, lines, counts, cursor, readAt, fault, isLoading, current, load, loadMore, narrow, take }
})
