import { answer, api, type Schemas } from '@/api'
import { fetchOrCached } from '@/offline/cachedAnswer'

export type Triage = Schemas['Triage']
export type Symptom = Schemas['TriageQuestions']['symptoms'][number]

export async function fetchSymptoms(): Promise<Symptom[]> {
  return (await fetchOrCached('triage', async () => (await answer(api.GET('/api/triage'))).data)).value.symptoms
}
