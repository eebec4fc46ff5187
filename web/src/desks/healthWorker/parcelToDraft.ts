import type { Parcel } from '@/offline/outbox'
import type { EnrolmentDraft } from './draft'
import { formPath } from './enrolment/body'
import { formOf } from './enrolment/form'
import type { HouseholdParcel } from './sendParcel'
import { stepOf } from './steps/places'

/** The draft that a parcel was made from, with what the service found wrong where the form has it. */
export function draftOf(parcel: Parcel): EnrolmentDraft {
  const { household, householdId, base } = parcel.body as HouseholdParcel
  const errors = (parcel.problem?.errors ?? []).map((error) => ({ ...error, field: formPath(household, error.field) }))
  const enrolled = new Set(base?.members.map(({ number }, index) => number ?? index + 1))
  const form = formOf(household)
  for (const member of form.members) member.isEnrolled = enrolled.has(member.number)
  const first = errors[0]?.field ?? ''
  return {
    form,
    step: errors.length > 0 ? stepOf(first) : 5,
    member: Number(/^members\[(\d+)\]/.exec(first)?.[1] ?? 0),
    householdId,
    version: parcel.version,
    base,
    errors: errors.length > 0 ? errors : undefined,
  }
}
