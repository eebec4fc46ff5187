import { defineStore } from 'pinia'
import { ref } from 'vue'
import { answer, api, type Schemas } from '@/api'

/** Why an official opens a named case. It stays in this window's memory and is in no address. */
export const useAccessReason = defineStore('accessReason', () => {
  const reason = ref('')
  return { reason }
})

function header() {
  const { reason } = useAccessReason()
  return reason ? { header: { 'X-Access-Reason': encodeURIComponent(reason) } } : {}
}

export async function fetchHousehold(householdId: string): Promise<Schemas['Household']> {
  return (await answer(api.GET('/api/households/{householdId}', { params: { path: { householdId }, ...header() } }))).data
}

export async function fetchHouseholds(region: string, cursor: string | undefined): Promise<Schemas['HouseholdPage']> {
  return (await answer(api.GET('/api/households', { params: { query: { region, ...(cursor ? { cursor } : {}) }, ...header() } }))).data
}

export async function fetchRecord(recordNumber: string): Promise<Schemas['Record']> {
  return (await answer(api.GET('/api/records/{recordNumber}', { params: { path: { recordNumber }, ...header() } }))).data
}

export async function fetchPlan(householdId: string, member: number): Promise<Schemas['CarePlan']> {
  return (
    await answer(
      api.GET('/api/households/{householdId}/members/{member}/care-plan', { params: { path: { householdId, member }, ...header() } }),
    )
  ).data
}

/** The whole history, newest first: a chart of half of it would mislead. */
export async function fetchEntries(recordNumber: string): Promise<Schemas['Entry'][]> {
  const entries: Schemas['Entry'][] = []
  let cursor: string | undefined
  do {
    const page = (
      await answer(
        api.GET('/api/records/{recordNumber}/entries', {
          params: { path: { recordNumber }, query: cursor ? { cursor } : {}, ...header() },
        }),
      )
    ).data
    entries.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return entries.reverse()
}
