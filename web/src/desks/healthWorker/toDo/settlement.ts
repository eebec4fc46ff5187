import { answer, ApiProblem, quietApi } from '@/api'
import { newId } from '@/api/clientId'
import type { NewParcel, Parcel, Sent } from '@/offline/outbox'
import type { MemberKey } from '@/records/memberPaths'
import type { Urgency } from '@/worklists/toDo'

/** Characters of a reason that the service takes. */
export const MaxReason = 300

/** That what called for treatment at once has been dealt with; the parcel's id is the settlement's. */
export interface SettlementParcel {
  memberKey: MemberKey
  /** Of the member, to be recognised in the outbox. */
  name: string
  reason: string
  /** Those that the worker has seen: what somebody finds meanwhile stays urgent, however late this is sent. */
  findings: readonly Urgency[]
}

export interface SentSettlement extends SettlementParcel {
  kind: 'settlement'
  /** It found nothing open, so that the reason is not in the record: the worker is told, and has the words. */
  isLate?: boolean
}

export const isSettlementParcel = (parcel: Parcel): parcel is Parcel<SettlementParcel> => parcel.kind === 'settlement'

export const isSentSettlement = (sent: Sent): sent is Sent<SentSettlement> =>
  (sent.content as Partial<SentSettlement>).kind === 'settlement'

export function settlementParcel(
  memberKey: MemberKey,
  name: string,
  reason: string,
  findings: readonly Urgency[],
): NewParcel<SettlementParcel> {
  const id = newId()
  return { id, subject: `settlement:${id}`, kind: 'settlement', body: { memberKey, name, reason, findings } }
}

export async function sendSettlement({ id, body }: Parcel<SettlementParcel>): Promise<{ id: string; content: SentSettlement }> {
  const isLate = await answer(
    quietApi.PUT('/api/households/{householdId}/members/{member}/urgency-settlements/{settlementId}', {
      params: { path: { ...body.memberKey, settlementId: id } },
      body: { reason: body.reason, findings: [...body.findings] },
    }),
  ).then(
    () => false,
    (fault: unknown) => {
      // A visit or somebody else was first: what the worker wanted is so.
      if (fault instanceof ApiProblem && fault.code === 'nothing-urgent') return true
      throw fault
    },
  )
  return { id, content: { kind: 'settlement', ...body, isLate } }
}
