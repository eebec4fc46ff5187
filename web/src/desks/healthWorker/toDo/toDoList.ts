import { useEventListener } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { quietApi } from '@/api'
import type { Api } from '@/api/client'
import { usePause } from '@/components/pause'
import { isEntryParcel, type EntryParcel } from '@/entries/entry'
import { today } from '@/i18n/formats'
import { useSession } from '@/session/session'
import { countNow, peopleOf, type DoneHere, type Urgency } from '@/worklists/toDo'
import { useOfflineWork } from '../offlineWork'
import { isSentVisit, isVisitParcel } from '../sendVisit'
import { isSentSettlement, isSettlementParcel } from './settlement'
import { useToDoCount } from './toDoCount'
import { lastDay, useWorklists } from './worklists'

/** Milliseconds: what is sent one after the other changes the list once. */
const Settling = 1_000

const keyOfFinding = (householdId: string, member: number, { reading, form, at }: Urgency): string =>
  [householdId, member, reading, form, at].join('/')

/** As a task is told apart: an activity by its code, the contract by its household. */
const keyOfEntry = ({ what, memberKey, request }: EntryParcel): string =>
  [what, memberKey.householdId, memberKey.member, what === 'activity' ? request.params['activityCode'] : ''].join('/')

/** What was done on this phone since a list was read: what waits in the outbox, and what was sent. */
export function useDoneSince(readAt: () => number): () => DoneHere {
  const work = useOfflineWork()
  const done = computed((): DoneHere => {
    const sent = work.sent.filter(({ sentAt }) => sentAt > readAt())
    const visits = [
      ...work.parcels.filter(isVisitParcel).map(({ body: { draft, visit, isUrgent } }) => ({
        householdId: draft.householdId,
        member: draft.member,
        ...visit,
        isUrgent,
      })),
      ...sent.filter(isSentVisit).map(({ content: { visit } }) => ({ ...visit, isUrgent: visit.urgent })),
    ]
    const settled = new Set(
      [
        ...work.parcels.filter(isSettlementParcel).map(({ body }) => body),
        ...sent.filter(isSentSettlement).map(({ content }) => content),
      ].flatMap(({ memberKey, findings }) => findings.map((finding) => keyOfFinding(memberKey.householdId, memberKey.member, finding))),
    )
    const entered = new Set(work.parcels.filter(isEntryParcel).map(({ body }) => keyOfEntry(body)))
    const visitsOf = (householdId: string, member: number) =>
      visits.filter((visit) => visit.householdId === householdId && visit.member === member)
    return {
      hasEntered: (householdId, { kind, member, reference }) =>
        entered.has([kind, householdId, member, kind === 'activity' ? reference : ''].join('/')),
      hasVisited: (householdId, member, form) => visitsOf(householdId, member).some((visit) => visit.form === form),
      // A visit that measured again and found nothing urgent settles it, too.
      hasSettled: (householdId, member, urgency) =>
        settled.has(keyOfFinding(householdId, member, urgency)) ||
        visitsOf(householdId, member).some(
          ({ isUrgent, form, answers }) => !isUrgent && (urgency.reading ? urgency.reading in answers : urgency.form === form),
        ),
    }
  })
  return () => done.value
}

/** What there is to do in the worker's own villages: the list, and its number for the navigation. */
export const useToDoList = defineStore('toDoList', () => {
  const session = useSession()
  const work = useOfflineWork()
  /** A county's list would be nobody's to work through. */
  const regions = computed(() => (session.user?.regions ?? []).filter((code) => code.length >= 9))
  const { lines, readAt, isOld, isLoading, fault, recall, load: loadLists } = useWorklists(() => regions.value)
  const done = useDoneSince(() => readAt.value)
  const day = ref(today())
  const people = computed(() => peopleOf(lines.value ?? [], day.value, lastDay(), done()))
  const pause = usePause(() => void loadQuietly(), Settling)
  let isAsked = false

  async function load(client?: Api): Promise<void> {
    pause.stop()
    isAsked = true
    day.value = today()
    await loadLists(client)
  }

  /** For the number: whoever looks at another page is not asked to sign in. */
  async function loadQuietly(): Promise<void> {
    if (regions.value.length > 0) await load(quietApi)
  }

  function begin(): void {
    const count = useToDoCount()
    watch(people, (found) => (count.count = countNow(found)))
    watch(
      () => work.store,
      (store) => {
        if (store) void recall()
        if (!isAsked) pause.begin()
      },
      { immediate: true },
    )
    watch(
      () => work.lastSent,
      () => pause.begin(),
    )
    // What was entered is no longer left out as waiting once it has been sent: the list says so itself then.
    watch(
      () => work.parcels.filter(isEntryParcel).length,
      (now, before) => now < before && pause.begin(),
    )
    useEventListener(document, 'visibilitychange', () => (day.value = today()))
  }

  return { regions, lines, people, isOld, isLoading, readAt, fault, load, begin }
})
