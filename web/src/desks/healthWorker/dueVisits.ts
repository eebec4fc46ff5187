import { computed, ref, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { today } from '@/i18n/formats'
import { isUnreachable } from '@/offline/cachedAnswer'
import { useSession } from '@/session/session'
import { linesFrom } from '@/worklists/worklistPages'
import { isSentVisit, isVisitParcel } from './sendVisit'
import { useOfflineWork } from './offlineWork'

type Line = Schemas['WorklistLine']

/** How far ahead is looked, so that days without signal are covered too. */
const DaysAhead = 14

export interface DueVisit {
  line: Line
  form: string
  dueOn: string
  standing: 'urgent' | 'overdue' | 'today' | 'soon'
}

const nameOf = (region: string): string => `today:${region}`
const dayAhead = (days: number): string => today(new Date(Date.now() + days * 86_400_000))

/** Who a line of a kept list is about: known without signal too. */
export async function personOnList(
  householdId: string,
  member: number,
): Promise<{ name: string; villageCode: string; bornOn: string | undefined } | undefined> {
  const cache = useOfflineWork().store?.cache
  for (const region of useSession().user?.regions ?? []) {
    const kept = await cache?.find<Schemas['Worklist']>(nameOf(region))
    const line = kept?.value.items.find((one) => one.householdId === householdId && one.member === member)
    if (line) return { name: line.name ?? line.headName, villageCode: line.villageCode, bornOn: line.bornOn }
  }
  return undefined
}

/** The visits due in the regions; without signal those that were seen last, less what was done on this phone since. */
export function useDueVisits(regions: () => readonly string[]) {
  const work = useOfflineWork()
  const lines = shallowRef<readonly Line[]>()
  const readAt = ref(0)
  const isOld = ref(false)
  const fault = ref<unknown>()
  const asked = newestOnly()

  async function load(): Promise<void> {
    const isNewest = asked()
    fault.value = undefined
    try {
      const lists = await Promise.all(regions().map(listOf))
      if (!isNewest()) return
      lines.value = lists.flatMap(({ value }) => value.items)
      isOld.value = lists.some((list) => list.isOld)
      readAt.value = Math.min(Date.now(), ...lists.map(({ keptAt }) => keptAt))
    } catch (caught) {
      if (isNewest()) fault.value = caught
    }
  }

  async function listOf(regionCode: string) {
    const dueBy = dayAhead(DaysAhead)
    const ask = () =>
      linesFrom(
        async (cursor, limit) =>
          (
            await answer(
              api.GET('/api/regions/{regionCode}/worklist', {
                params: { path: { regionCode }, query: { kind: ['followUp'], dueBy, limit, ...(cursor ? { cursor } : {}) } },
              }),
            )
          ).data,
      )
    const cache = work.store?.cache
    return cache ? cache.fresh(nameOf(regionCode), ask, isUnreachable) : { value: await ask(), keptAt: Date.now(), isOld: false }
  }

  const keyOf = (householdId: string, member: number | undefined, form: string): string => `${householdId}/${member}/${form}`
  const done = computed(
    () =>
      new Set([
        ...work.parcels.filter(isVisitParcel).map(({ body: { draft } }) => keyOf(draft.householdId, draft.member, draft.form)),
        ...work.sent
          .filter(isSentVisit)
          .filter(({ sentAt }) => sentAt > readAt.value)
          .map(({ content: { visit } }) => keyOf(visit.householdId, visit.member, visit.form)),
      ]),
  )
  const due = computed<DueVisit[]>(() => {
    const [now, ahead] = [today(), dayAhead(DaysAhead)]
    return (lines.value ?? [])
      .flatMap((line) =>
        line.followUps
          .filter(
            ({ dueOn, form }) =>
              (dueOn <= ahead || line.urgency === 'urgent') && !done.value.has(keyOf(line.householdId, line.member, form)),
          )
          .map(({ form, dueOn }): DueVisit => ({
            line,
            form,
            dueOn,
            standing: line.urgency === 'urgent' ? 'urgent' : dueOn < now ? 'overdue' : dueOn === now ? 'today' : 'soon',
          })),
      )
      .sort((one, other) => Number(other.standing === 'urgent') - Number(one.standing === 'urgent') || one.dueOn.localeCompare(other.dueOn))
  })

  return { due, lines, isOld, fault, load }
}
