import { defineStore } from 'pinia'
import { ref } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { fetchOrCached, forgettingWhatIsGone } from '@/offline/cachedAnswer'

/** Why an official opens a named case. It stays in this window's memory and is in no address. */
export const useAccessReason = defineStore('accessReason', () => {
  const reason = ref('')
  return { reason }
})

/** For whoever has to say why. */
export function reasonHeader() {
  const { reason } = useAccessReason()
  return reason ? { header: { 'X-Access-Reason': encodeURIComponent(reason) } } : {}
}

/** For those who keep things on the phone, without signal, as it was seen last. */
export async function fetchHousehold(householdId: string): Promise<Schemas['Household']> {
  const ask = async () =>
    (await answer(api.GET('/api/households/{householdId}', { params: { path: { householdId }, ...reasonHeader() } }))).data
  return (await forgettingWhatIsGone(householdId, () => fetchOrCached(`household:${householdId}`, ask))).value
}

export async function fetchHouseholds(region: string, cursor: string | undefined): Promise<Schemas['HouseholdPage']> {
  return (await answer(api.GET('/api/households', { params: { query: { region, ...(cursor ? { cursor } : {}) }, ...reasonHeader() } })))
    .data
}

/** A page of the history, newest first. */
export async function fetchEntries(recordNumber: string, cursor: string): Promise<Schemas['EntryPage']> {
  return (
    await answer(
      api.GET('/api/records/{recordNumber}/entries', { params: { path: { recordNumber }, query: { cursor }, ...reasonHeader() } }),
    )
  ).data
}
