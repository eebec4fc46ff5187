import { copyOf, type BasicInformation, type EnrolmentRequest, type HouseholdForm, type MemberForm } from './form'

/**
 * What is sent: without what is empty. The same form always makes the same body, so that the service knows a second sending again:
 * readings carry the moment at which they were typed.
 */
export function bodyOf(form: HouseholdForm): EnrolmentRequest {
  return {
    registrationNumber: form.registrationNumber.trim().replace(/ /g, '').toUpperCase(),
    villageCode: form.villageCode,
    ...given({ address: form.address.trim(), phone: form.phone.trim(), phoneAsGiven: phoneAsGiven(form) }),
    kind: form.kind,
    ...(form.causes.length > 0 ? { causes: [...form.causes] } : {}),
    // A draft that was begun with an earlier version of the app has none.
    ...(form.povertyStatuses?.length
      ? { povertyStatuses: form.povertyStatuses.map(({ code, on, source }) => ({ code, on, ...given({ source: source.trim() }) })) }
      : {}),
    members: form.members.map(memberBody),
  }
}

function memberBody(member: MemberForm): EnrolmentRequest['members'][number] {
  const idNumber = member.idNumber.trim().toUpperCase()
  const readings = Object.entries(member.readings).filter(([, reading]) => reading.value.trim() !== '')
  const basic = withoutEmpty(member.basicInformation)
  return {
    number: member.number,
    name: member.name.trim(),
    relationship: member.relationship,
    ...given({
      idNumber,
      idMissingReason: idNumber ? '' : member.idMissingReason,
      sex: member.sex,
      bornOn: member.bornOn,
      phone: member.phone.trim(),
      phoneAsGiven: phoneAsGiven(member),
    }),
    ...(Object.keys(basic).length > 0 ? { basicInformation: basic } : {}),
    ...(member.conditions.length > 0
      ? { conditions: member.conditions.map(({ code, diagnosedOn }) => ({ code, ...given({ diagnosedOn: firstOfMonth(diagnosedOn) }) })) }
      : {}),
    ...(readings.length > 0
      ? { readings: readings.map(([code, { value, unit, takenAt }]) => ({ code, value: Number(value), ...given({ unit, takenAt }) })) }
      : {}),
    ...(member.departure ? { departure: { ...member.departure } } : {}),
  }
}

/** What a list said of the telephone stays until somebody types another number. */
function phoneAsGiven({ phone, given: list }: { phone: string; given?: { text: string; phone: string } }): string {
  return list && list.phone === phone.trim() ? list.text : ''
}

/** The service's path of a field as the form has it: readings stand there by their code. */
export function formPath(body: EnrolmentRequest, path: string): string {
  return path.replace(/^members\[(\d+)\]\.readings\[(\d+)\]/, (whole, member: string, reading: string) => {
    const code = body.members[Number(member)]?.readings?.[Number(reading)]?.code
    return code ? `members[${member}].readings.${code}` : whole
  })
}

function given<T extends Record<string, string>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>
}

/** A month, as the phone's month field has it, is its first day. */
function firstOfMonth(month: string): string {
  return /^\d{4}-\d{2}$/.test(month) ? `${month}-01` : month
}

/** Code of list drugAllergy: told in words. */
const OtherAllergy = '5'

/** What nobody has asked is left out: an empty list would say neither that nor that there is none. */
function withoutEmpty(basic: BasicInformation): BasicInformation {
  const { pastIllnesses, familyHistory, drugAllergies, drugAllergyOther, ...others } = copyOf(basic)
  // Words that were typed before another answer was chosen belong to none of those that are left.
  const isOther = !drugAllergies?.length || drugAllergies.includes(OtherAllergy)
  return filled({
    ...others,
    drugAllergies,
    drugAllergyOther: isOther ? drugAllergyOther : undefined,
    pastIllnesses: pastIllnesses?.map(({ code, on }) => ({ code, ...given({ on: firstOfMonth(on ?? '') }) })),
    familyHistory: familyHistory && Object.keys(filled(familyHistory)).length > 0 ? filled(familyHistory) : undefined,
  }) as BasicInformation
}

function filled(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== '' && one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0)),
  )
}
