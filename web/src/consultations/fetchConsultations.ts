import { answer, api, type Schemas } from '@/api'
import { askedOrKept } from '@/offline/answers'

export type Thread = Schemas['Thread']
export type Message = Schemas['Message']
export type Medication = Schemas['Medication']
export type Course = Schemas['Course']
export type Triage = Schemas['Triage']
export type Symptom = Schemas['TriageQuestions']['symptoms'][number]

/** One member of a household. */
export interface Whose {
  householdId: string
  member: number
}

const nameOf = ({ householdId, member }: Whose): string => `${householdId}:${member}`

/** For health workers, without signal, as it was seen last. */
export async function askThreads(whose: Whose): Promise<Schemas['ThreadPage']> {
  return (await askedOrKept(`threads:${nameOf(whose)}`, async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/threads', { params: { path: { ...whose } } }))).data)).value
}

export async function askThreadsAfter(whose: Whose, cursor: string): Promise<Schemas['ThreadPage']> {
  return (await answer(api.GET('/api/households/{householdId}/members/{member}/threads', { params: { path: { ...whose }, query: { cursor } } }))).data
}

export async function askThread(whose: Whose, threadId: string): Promise<Thread> {
  return (await askedOrKept(`thread:${threadId}`, async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/threads/{threadId}', { params: { path: { ...whose, threadId } } }))).data)).value
}

export async function askMedication(whose: Whose): Promise<Medication> {
  return (await askedOrKept(`medication:${nameOf(whose)}`, async () => (await answer(api.GET('/api/households/{householdId}/members/{member}/medication', { params: { path: { ...whose } } }))).data)).value
}

export async function askSymptoms(): Promise<Symptom[]> {
  return (await askedOrKept('triage', async () => (await answer(api.GET('/api/triage'))).data)).value.symptoms
}
