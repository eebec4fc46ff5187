import { computed, ref, shallowReactive, type ShallowReactive } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { useAsyncData } from '@/components/asyncData'
import { useSession } from '@/session/session'
import { linesFrom } from '@/worklists/worklistPages'
import { fetchPlan, takeStep } from './usePlan'

/** What signing a draft comes to: in force at once, or to the team first where it puts several pathways together. */
export type DraftStep = 'decide' | 'submit'

export interface Draft {
  readonly line: Schemas['WorklistLine']
  readonly householdId: string
  readonly member: number
  /** Once it was opened. */
  plan?: Schemas['CarePlan']
  /** Why it could not be opened or signed. */
  fault?: unknown
  isChecked: boolean
  isDone: boolean
}

/** What may be done with it now; nothing for a plan that waits for others, or was decided on meanwhile. */
export function stepOf(draft: Draft): DraftStep | undefined {
  const steps = draft.plan?.steps ?? []
  if (steps.includes('decide')) return 'decide'
  return steps.includes('submit') && draft.plan?.status === 'draft' ? 'submit' : undefined
}

/** An opinion that was asked for and is not there needs a reason, which is given on the plan's own page. */
export const needsReason = (draft: Draft): boolean => (draft.plan?.missingOpinions.length ?? 0) > 0

/** The plans that wait for the physician's decision: each is looked at, and those that are in order are signed in one go. */
export function useDrafts() {
  const session = useSession()
  const {
    data: lines,
    fault,
    load,
  } = useAsyncData(['drafts'], async () => {
    const path = { physicianId: session.user!.physicianId! }
    const { items } = await linesFrom(async (cursor, limit) => {
      const query = { kind: ['decision'], limit, ...(cursor ? { cursor } : {}) }
      return (await answer(api.GET('/api/physicians/{physicianId}/worklist', { params: { path, query } }))).data
    })
    return items.filter(({ member }) => member)
  })
  const drafts = computed<readonly ShallowReactive<Draft>[] | undefined>(() =>
    lines.value?.map((line) =>
      shallowReactive({ line, householdId: line.householdId, member: line.member!, isChecked: false, isDone: false }),
    ),
  )
  const isSigning = ref(false)
  const checked = computed(() => (drafts.value ?? []).filter((draft) => draft.isChecked && !draft.isDone))

  async function open(draft: Draft): Promise<void> {
    if (draft.plan || draft.isDone) return
    draft.fault = undefined
    try {
      draft.plan = await fetchPlan(draft.householdId, draft.member)
    } catch (caught) {
      draft.fault = caught
    }
  }

  /** One after the other, each in the version that was looked at; what fails stays, and says why. */
  async function signChecked(): Promise<void> {
    isSigning.value = true
    try {
      for (const draft of checked.value) await sign(draft)
    } finally {
      isSigning.value = false
    }
  }

  async function sign(draft: Draft): Promise<void> {
    const step = stepOf(draft)
    if (!draft.plan || !step) return
    draft.fault = undefined
    try {
      draft.plan = await takeStep(draft.householdId, draft.member, step, draft.plan.planVersion, '')
      draft.isDone = true
    } catch (caught) {
      // Somebody may have been quicker: it is looked at again as it is now.
      delete draft.plan
      draft.isChecked = false
      await open(draft)
      draft.fault = caught
    }
  }

  return { drafts, fault, isSigning, checked, load, open, signChecked }
}
