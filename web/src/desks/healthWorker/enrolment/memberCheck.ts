import type { Rules } from './check'
import { readCitizenId } from './citizenId'
import type { ValidationErrors } from './validationErrors'
import type { MemberForm } from './form'
import { checkReadings } from './readingCheck'
import { checkPhone, checkText } from './textCheck'

export function checkMember(findings: ValidationErrors, member: MemberForm, rules: Rules): void {
  if (!member.name.trim()) findings.add('name', 'required')
  else checkText(findings, 'name', member.name, 50)
  if (!member.relationship) findings.add('relationship', 'required')
  checkPhone(findings, 'phone', member.phone)
  const bornOn = checkIdentity(findings, member, rules)
  checkConditions(findings, member, bornOn, rules.today)
  member.basicInformation.pastIllnesses?.forEach(({ on }, index) =>
    checkPast(findings, `basicInformation.pastIllnesses[${index}].on`, on, bornOn, rules.today),
  )
  checkText(findings, 'basicInformation.drugAllergyOther', member.basicInformation.drugAllergyOther ?? '', 200)
  checkReadings(findings, member.readings, rules)
  if (member.departure) {
    if (!member.departure.on) findings.add('departure.on', 'required')
    else checkPast(findings, 'departure.on', member.departure.on, bornOn, rules.today)
    if (!member.departure.reason) findings.add('departure.reason', 'required')
  }
}

/** The birth date, where one can be told. */
function checkIdentity(findings: ValidationErrors, member: MemberForm, rules: Rules): string | undefined {
  if (!member.idNumber.trim()) {
    if (!member.idMissingReason) findings.add('idNumber', 'id-or-reason')
    if (!member.sex) findings.add('sex', 'required')
    if (!member.bornOn) findings.add('bornOn', 'required')
    else checkPast(findings, 'bornOn', member.bornOn, undefined, rules.today)
    return member.bornOn || undefined
  }

  const id = readCitizenId(member.idNumber, rules.today)
  if (typeof id === 'string') {
    findings.add('idNumber', id)
    return member.bornOn || undefined
  }
  if (member.bornOn && member.bornOn !== id.bornOn) findings.add('bornOn', 'differs-from-id')
  if ((member.sex === '1' || member.sex === '2') && member.sex !== id.sex) findings.add('sex', 'differs-from-id')
  return id.bornOn
}

function checkConditions(findings: ValidationErrors, member: MemberForm, bornOn: string | undefined, today: string): void {
  const seen = new Set<string>()
  if (member.conditions.length > 20) findings.add('conditions', 'too-many', { most: 20 })
  member.conditions.forEach(({ code, diagnosedOn }, index) => {
    if (!code) findings.add(`conditions[${index}].code`, 'required')
    if (seen.has(code)) findings.add(`conditions[${index}].code`, 'twice')
    seen.add(code)
    checkPast(findings, `conditions[${index}].diagnosedOn`, diagnosedOn, bornOn, today)
  })
}

/** A day that has been, and not before the birth; the month of a diagnosis may be that of the birth. */
function checkPast(
  findings: ValidationErrors,
  field: string,
  on: string | null | undefined,
  bornOn: string | undefined,
  today: string,
): void {
  if (!on) return
  if (on > today) findings.add(field, 'in-the-future')
  else if (bornOn && on.slice(0, 7) < bornOn.slice(0, 7)) findings.add(field, 'before-birth')
}
