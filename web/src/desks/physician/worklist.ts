import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { useSession } from '@/session/session'
import { pathOfTask } from '@/worklists/taskPath'

export type Line = Schemas['WorklistLine']
export type Urgency = Line['urgency']

export const urgencies: readonly Urgency[] = ['urgent', 'overdue', 'due', 'none']

/** A member stands on the list once; a household without anything due stands for itself. */
export const keyOf = (line: Line): string => `${line.householdId}/${line.member ?? 0}`

export function pathOf(line: Line): string {
  // Whoever has one thing to do is led to where it is done.
  const [task, another] = line.tasks
  if (task && !another && line.followUps.length === 0) return pathOfTask('/panel', line.householdId, task)
  return line.member ? `/panel/${line.householdId}/members/${line.member}` : `/panel/${line.householdId}`
}

/** What a line asks for: visits, and tasks by their kind. */
export function kindsOf(line: Line): string[] {
  return [...new Set([...(line.followUps.length > 0 ? ['followUp'] : []), ...line.tasks.map(({ kind }) => kind)])]
}

export function countsOf(lines: readonly Line[]): Record<Urgency, number> {
  const counts = { urgent: 0, overdue: 0, due: 0, none: 0 }
  for (const { urgency } of lines) counts[urgency]++
  return counts
}

/** What the physician has to do, as it was seen last: going back shows it at once, on the row that was left. */
export const useWorklist = defineStore('worklist', () => {
  const session = useSession()
  const worklist = shallowRef<Schemas['Worklist']>()
  const readAt = ref<string>()
  const fault = ref<unknown>()
  const isLoading = ref(false)
  const asked = newestOnly()
  /** Key of the row that had the focus last. */
  const current = ref<string>()
  const lines = computed(() => worklist.value?.items ?? [])

  async function load(): Promise<void> {
    const physicianId = session.user?.physicianId
    if (!physicianId || isLoading.value) return
    const isNewest = asked()
    isLoading.value = true
    fault.value = undefined
    try {
      const { data } = await answer(api.GET('/api/physicians/{physicianId}/worklist', { params: { path: { physicianId } } }))
      if (!isNewest()) return
      worklist.value = data
      readAt.value = new Date().toISOString()
    } catch (caught) {
      fault.value = caught
    } finally {
      isLoading.value = false
    }
  }

  /** A line as it is now, in the answer of what was done: what is done is gone before the list is read again. */
  function take(line: Line): void {
    // A list that is under way may have been read before this was done.
    asked()
    if (!worklist.value) return
    const items = worklist.value.items.filter((one) => keyOf(one) !== keyOf(line))
    worklist.value = {
      ...worklist.value,
      items: [...items, line].sort(
        (one, other) =>
          urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) || (one.dueOn ?? '').localeCompare(other.dueOn ?? ''),
      ),
    }
  }

  return { worklist, lines, readAt, fault, isLoading, current, load, take }
})
