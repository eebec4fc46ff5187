import type { Schemas } from '@/api'

export type EnrolmentRequest = Schemas['EnrolmentRequest']
export type BasicInformation = Schemas['BasicInformation']

/** A reading as it is typed: text, for half a number is none yet. */
export interface ReadingForm {
  value: string
  unit: string
  takenAt: string
}

export interface ConditionForm {
  code: string
  diagnosedOn: string
}

export interface PovertyStatusForm {
  code: string
  on: string
  source: string
}

export interface MemberForm {
  number: number
  name: string
  idNumber: string
  idMissingReason: string
  sex: string
  bornOn: string
  relationship: string
  phone: string
  /** A telephone cell of a list, with the number that was read from it: sent back until somebody types another. */
  given?: { text: string; phone: string }
  basicInformation: BasicInformation
  conditions: ConditionForm[]
  /** By the code of what is measured. */
  readings: Record<string, ReadingForm>
  departure: { on: string; reason: string } | null
  /** Enrolled already: cannot be taken out, only leave. */
  isEnrolled: boolean
}

/** What the worker fills in; empty text where nothing was typed. */
export interface HouseholdForm {
  registrationNumber: string
  villageCode: string
  address: string
  phone: string
  given?: { text: string; phone: string }
  kind: string
  causes: string[]
  povertyStatuses: PovertyStatusForm[]
  members: MemberForm[]
}

export const MostMembers = 30

export function emptyForm(villageCode = ''): HouseholdForm {
  return {
    registrationNumber: '',
    villageCode,
    address: '',
    phone: '',
    kind: '',
    causes: [],
    povertyStatuses: [],
    members: [emptyMember([], '0')],
  }
}

/** The next number: those of members who left are not given again. */
export function emptyMember(others: readonly MemberForm[], relationship = ''): MemberForm {
  return {
    number: Math.max(0, ...others.map((member) => member.number)) + 1,
    name: '',
    idNumber: '',
    idMissingReason: '',
    sex: '',
    bornOn: '',
    relationship,
    phone: '',
    basicInformation: {},
    conditions: [],
    readings: {},
    departure: null,
    isEnrolled: false,
  }
}

/** The form of an enrolled household, to be corrected. */
export function formOf(enrolled: EnrolmentRequest): HouseholdForm {
  return {
    registrationNumber: enrolled.registrationNumber,
    villageCode: enrolled.villageCode,
    address: enrolled.address ?? '',
    phone: enrolled.phone ?? '',
    ...givenPhone(enrolled),
    kind: enrolled.kind,
    causes: [...(enrolled.causes ?? [])],
    povertyStatuses: (enrolled.povertyStatuses ?? []).map(({ code, on, source }) => ({ code, on, source: source ?? '' })),
    members: enrolled.members.map((member, index) => ({
      number: member.number ?? index + 1,
      name: member.name,
      idNumber: member.idNumber ?? '',
      idMissingReason: member.idMissingReason ?? '',
      sex: member.sex ?? '',
      bornOn: member.bornOn ?? '',
      relationship: member.relationship,
      phone: member.phone ?? '',
      ...givenPhone(member),
      basicInformation: copyOf(member.basicInformation ?? {}),
      conditions: (member.conditions ?? []).map(({ code, diagnosedOn }) => ({ code, diagnosedOn: diagnosedOn ?? '' })),
      readings: Object.fromEntries(
        (member.readings ?? []).map(({ code, value, unit, takenAt }) => [
          code,
          { value: String(value), unit: unit ?? '', takenAt: takenAt ?? '' },
        ]),
      ),
      departure: member.departure ? { ...member.departure } : null,
      isEnrolled: true,
    })),
  }
}

function givenPhone({ phone, phoneAsGiven }: { phone?: string | null; phoneAsGiven?: string | null }): {
  given?: { text: string; phone: string }
} {
  return phoneAsGiven ? { given: { text: phoneAsGiven, phone: phone ?? '' } } : {}
}

/** A copy of plain data, of a reactive object too. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
