import { answer, quietApi, type Schemas } from '@/api'
import type { NewParcel, Parcel, Sent } from '@/offline/outbox'
import type { VisitDraft } from '@/followUps/visitDraft'
import { photographParcels, type PhotographParcel } from '@/photographs/photograph'

/** A follow-up visit to be sent; the parcel's id is the visit's. Of a visit by several forms there are as many, with the same draft. */
export interface VisitParcel {
  draft: VisitDraft
  /** Id of the draft; left out by an earlier version, whose drafts had the visit's. */
  draftId?: string
  visit: Schemas['VisitRequest']
  /** It found what calls for treatment at once. */
  isUrgent?: boolean
}

/** What the service said to a visit, until the worker has seen enough of it. */
export interface SentVisit {
  kind: 'visit'
  name: string
  visit: Schemas['Visit']
}

export const isVisitParcel = (parcel: Parcel): parcel is Parcel<VisitParcel> => parcel.kind === 'visit'

export const isSentVisit = (sent: Sent): sent is Sent<SentVisit> => (sent.content as Partial<SentVisit>).kind === 'visit'

export async function sendVisit({ id, body }: Parcel<VisitParcel>): Promise<{ id: string; content: SentVisit }> {
  const { householdId, member, name } = body.draft
  const { data } = await answer(
    quietApi.PUT('/api/households/{householdId}/members/{member}/visits/{visitId}', {
      params: { path: { householdId, member, visitId: id } },
      body: body.visit,
    }),
  )
  return { id, content: { kind: 'visit', name, visit: data } }
}

/** One parcel for each form of the visit; all are queued together. */
export function visitParcels(
  draftId: string,
  draft: VisitDraft,
  visits: readonly Schemas['VisitRequest'][],
  isUrgent: (form: string) => boolean,
): NewParcel<VisitParcel>[] {
  // Plain objects: what is drawn cannot be cloned.
  const plain = JSON.parse(JSON.stringify({ ...draft, errors: undefined })) as VisitDraft
  return visits.map((visit) => {
    const id = draft.visits.find(({ form }) => form === visit.form)!.id
    return { id, subject: `visit:${id}`, kind: 'visit', body: { draft: plain, draftId, visit, isUrgent: isUrgent(visit.form) } }
  })
}

/** Those of the visit, each to be sent once the visit's first form is there. */
export function photographsOf(
  { householdId, member, name, visits, photographs = [] }: VisitDraft,
  requests: readonly Schemas['VisitRequest'][],
): NewParcel<PhotographParcel>[] {
  const id = visits[0]?.id
  const at = requests.find(({ form }) => form === visits[0]?.form)?.at
  return id && at ? photographParcels({ memberKey: { householdId, member }, name, entry: { kind: 'visit', id, at } }, photographs, id) : []
}
