import { answer } from '@/api'
import type { Answer, Api } from '@/api/client'
import type { NewParcel, Parcel } from '@/offline/outbox'
import type { MemberKey } from '@/records/memberPaths'

/** What a form at the door says of somebody. */
export type EntryKind = 'referral' | 'activity' | 'lesson' | 'course' | 'courseStop' | 'allergy' | 'testReport' | 'contract' | 'healthCard'

/** A call of the API, as the contract has it; the ids that a client makes are among the parameters. */
export interface EntryRequest {
  method: 'PUT' | 'POST'
  path: string
  params: Record<string, string | number>
  query?: Record<string, string>
  body?: unknown
}

/** What a form made for a member, to be sent as it stands. */
export interface EntryParcel<Form = unknown> {
  what: EntryKind
  /** The member is 0 where it is about the household as a whole. */
  memberKey: MemberKey
  /** Of the person, to be recognised in the outbox. */
  name: string
  /** What was entered, in words. */
  text: string
  request: EntryRequest
  /** Where it was entered. */
  page: string
  /** As the form was filled in; nothing where a tap was all there was to it. */
  form?: Form
}

export const isEntryParcel = (parcel: Parcel): parcel is Parcel<EntryParcel> => parcel.kind === 'entry'

/**
 * All are sent in their order. Those of one kind about one person wait for each other besides: a later change of a list was made
 * upon the one before it. What is of another kind does not wait: a referral must not stay behind a result that is to be mended.
 */
export function subjectOf({ what, memberKey: { householdId, member }, request }: EntryParcel): string {
  // To stop a drug changes the same list; the contract of each year stands by itself.
  const list = what === 'courseStop' ? 'course' : what === 'contract' ? `contract:${request.params['year']}` : what
  return `entry:${list}:${householdId}:${member}`
}

/** @param version Of what the entry changes, as it was read; without one where the entry stands by itself. */
export function entryParcel(id: string, body: EntryParcel, version: string | undefined): NewParcel<EntryParcel> {
  // Plain objects: what is drawn cannot be cloned.
  return { id, subject: subjectOf(body), kind: 'entry', body: JSON.parse(JSON.stringify(body)) as EntryParcel, version }
}

export function sendEntry<T>(
  client: Api,
  { method, path, params, query, body }: EntryRequest,
  version: string | undefined,
): Promise<Answer<T>> {
  const header = version ? { header: { 'If-Match': version } } : {}
  const init = { params: { path: params, ...(query ? { query } : {}), ...header }, ...(body === undefined ? {} : { body }) }
  // The paths are those of the contract, put together where the form is; here they are any of them.
  const call = client[method] as (path: string, init: object) => never
  return answer<T>(call(path, init))
}

/**
 * The version of those that wait behind a parcel and were made upon it: where nobody else came between, they hold for what it made.
 * @returns The version that they were made for and the one they now go by.
 */
export function nextVersion(sent: string | undefined, answered: string | undefined): { from: string; to: string } | undefined {
  const [before, now] = [sent, answered].map((version) => Number(/^"v(\d+)"$/.exec(version ?? '')?.[1] ?? Number.NaN))
  return sent && answered && now === before! + 1 ? { from: sent, to: answered } : undefined
}
