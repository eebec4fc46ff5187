import { answer, quietApi, type Schemas } from '@/api'
import type { Parcel, Sent } from '@/offline/outbox'
import type { VisitDraft } from '@/followUps/visitDraft'

/** A follow-up visit to be sent; the parcel's id is the visit's. */
export interface VisitParcel {
  draft: VisitDraft
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
