import { ref, watch, type WatchSource } from 'vue'
import { answer, quietApi, type Schemas } from '@/api'
import type { EnrolmentDraft } from './draft'
import { isVisitDraft } from '@/followUps/visitDraft'
import { headOf } from '@/records/head'
import type { HouseholdParcel } from './sendParcel'
import { useOfflineWork } from './offlineWork'

export type Known = { kind: 'household'; line: Schemas['HouseholdLine'] } | { kind: 'phone'; head: string }
export type Sought = { idNumber: string } | { registrationNumber: string }

const Pause = 400

/**
 * Whether what is typed is enrolled already: asked of the service where there is signal (in a body, never in an address), and of the
 * other drafts and parcels on this phone always. A warning, never a refusal: the service decides.
 */
export function useAlreadyEnrolled(source: WatchSource<Sought | undefined>, ownDraft: EnrolmentDraft) {
  const known = ref<Known>()
  const work = useOfflineWork()

  watch(
    source,
    (sought, _before, onCleanup) => {
      known.value = undefined
      if (!sought) return
      let isStale = false
      const timer = setTimeout(async () => {
        const found = (await onThisPhone(sought)) ?? (await atTheService(sought))
        if (!isStale) known.value = found
      }, Pause)
      onCleanup(() => {
        isStale = true
        clearTimeout(timer)
      })
    },
    { immediate: true },
  )

  async function atTheService(sought: Sought): Promise<Known | undefined> {
    const found = await answer(quietApi.POST('/api/households/search', { body: sought })).catch(() => undefined)
    const line = found?.data.items.find(({ id }) => id !== ownDraft.householdId)
    return line && { kind: 'household', line }
  }

  async function onThisPhone(sought: Sought): Promise<Known | undefined> {
    const { drafts, outbox } = work.opened()
    const mine = JSON.stringify(ownDraft.form)
    const begun = (await drafts.list<EnrolmentDraft>())
      .filter(({ content }) => !isVisitDraft(content))
      .map(({ content }) => content.form)
      .filter((form) => JSON.stringify(form) !== mine)
    const waiting = (await outbox.list())
      .filter(({ kind }) => kind === 'enrol' || kind === 'correct')
      .map(({ body }) => (body as HouseholdParcel).household)
    const other = [...begun, ...waiting].find((household) =>
      'idNumber' in sought
        ? household.members.some((member) => member.idNumber && member.idNumber.toUpperCase() === sought.idNumber)
        : household.registrationNumber.toUpperCase() === sought.registrationNumber,
    )
    // The own draft on the phone may be a moment behind the page: it is the one with the same number and the same head.
    if (!other || (other.registrationNumber && other.registrationNumber === ownDraft.form.registrationNumber && 'idNumber' in sought))
      return undefined
    return { kind: 'phone', head: headOf<{ name: string; relationship: string; departure?: unknown }>(other.members)?.name ?? '' }
  }

  return known
}
