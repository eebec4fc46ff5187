import { answer, quietApi, type Schemas } from '@/api'
import { isEntryParcel, nextVersion, sendEntry } from '@/entries/entry'
import type { Parcel } from '@/offline/outbox'
import type { Outcome } from '@/offline/sending'
import { headOf } from '@/records/head'
import { isPhotographParcel } from '@/photographs/photograph'
import { sendKeptPhotograph } from './photographs/sendKeptPhotograph'
import type { EnrolmentRequest } from './enrolment/form'
import { isVisitParcel, sendVisit } from './sendVisit'
import { isSettlementParcel, sendSettlement } from './toDo/settlement'
import { isConsultationParcel } from './consultations/parcels'
import { sendConsultation } from './consultations/sendConsultation'

/** A household to be enrolled, or an enrolled one put right. */
export interface HouseholdParcel {
  household: EnrolmentRequest
  householdId?: string | undefined
  /** As it was when the correction began. */
  base?: EnrolmentRequest | undefined
}

/** What is followed after sending, until it is listed. */
export interface FollowedHousehold {
  registrationNumber: string
  head: string
  villageCode: string
  status: Schemas['HouseholdStatus']
  problems: Schemas['HouseholdProblem'][]
}

export async function sendParcel(parcel: Parcel): Promise<Outcome> {
  if (isEntryParcel(parcel)) {
    const rebased = nextVersion(parcel.version, (await sendEntry(quietApi, parcel.body.request, parcel.version)).version)
    return rebased && { rebased }
  }
  if (isVisitParcel(parcel)) return sendVisit(parcel)
  if (isSettlementParcel(parcel)) return sendSettlement(parcel)
  if (isPhotographParcel(parcel)) return sendKeptPhotograph(parcel)
  if (isConsultationParcel(parcel)) return sendConsultation(parcel)
  const { household, householdId } = parcel.body as HouseholdParcel
  const { data } = await (householdId && parcel.version
    ? answer(
        quietApi.PUT('/api/households/{householdId}', {
          params: { path: { householdId }, header: { 'If-Match': parcel.version } },
          body: household,
        }),
      )
    : answer(quietApi.POST('/api/households', { body: household })))
  return { id: data.id, content: followed(data) }
}

export function followed(household: Schemas['Household']): FollowedHousehold {
  return {
    registrationNumber: household.registrationNumber,
    head: headOf(household.members)?.name ?? '',
    villageCode: household.villageCode,
    status: household.status,
    problems: household.problems,
  }
}
