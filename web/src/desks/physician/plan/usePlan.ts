import { answer, api, type Schemas } from '@/api'
import { useAsyncData } from '@/components/asyncData'
import type { PlanForm } from './form'

export const steps = {
  submit: 'review',
  decide: 'decision',
  revise: 'revision',
  withdraw: 'withdrawal',
  keep: 'confirmation',
  complete: 'completion',
  cancel: 'cancellation',
  restart: 'restart',
} as const
export type Step = keyof typeof steps

const address = '/api/households/{householdId}/members/{member}/care-plan'
const tag = (version: number): string => `"v${version}"`

export async function fetchPlan(householdId: string, member: number): Promise<Schemas['CarePlan']> {
  return (await answer(api.GET(address, { params: { path: { householdId, member } } }))).data
}

/** The plan as it stands after the step. */
export async function takeStep(
  householdId: string,
  member: number,
  step: Step,
  version: number,
  reason: string,
): Promise<Schemas['CarePlan']> {
  const params = { path: { householdId, member }, header: { 'If-Match': tag(version) } }
  return (await answer(api.POST(`${address}/${steps[step]}`, { params, body: { reason: reason || null } }))).data
}

/** A member's plan, and what is done with it. Each call answers the plan as it then stands. */
export function usePlan(householdId: string, member: number) {
  const path = { householdId, member }
  const { data: plan, fault, load } = useAsyncData(['plan', path], () => fetchPlan(householdId, member))

  async function take(step: Step, version: number, reason: string): Promise<void> {
    plan.value = await takeStep(householdId, member, step, version, reason)
  }

  async function edit(form: PlanForm, version: number): Promise<void> {
    const params = { path, header: { 'If-Match': tag(version) } }
    plan.value = (await answer(api.PUT(address, { params, body: form }))).data
  }

  async function opine(discipline: string, version: number, body: Schemas['OpinionRequest']): Promise<void> {
    const params = { path: { ...path, discipline }, header: { 'If-Match': tag(version) } }
    plan.value = (await answer(api.PUT(`${address}/opinions/{discipline}`, { params, body }))).data
  }

  return { plan, fault, load, take, edit, opine }
}

export async function fetchVersions(householdId: string, member: number): Promise<Schemas['PlanVersionLine'][]> {
  const lines: Schemas['PlanVersionLine'][] = []
  let cursor: string | undefined
  do {
    const page = (
      await answer(api.GET(`${address}/versions`, { params: { path: { householdId, member }, query: cursor ? { cursor } : {} } }))
    ).data
    lines.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return lines
}

export async function fetchVersion(householdId: string, member: number, version: number): Promise<Schemas['PlanVersion']> {
  return (await answer(api.GET(`${address}/versions/{version}`, { params: { path: { householdId, member, version } } }))).data
}

export async function fetchDifference(
  householdId: string,
  member: number,
  from: number,
  to: number,
): Promise<Schemas['CarePlanDifference']> {
  return (await answer(api.GET(`${address}/differences`, { params: { path: { householdId, member }, query: { from, to } } }))).data
}
