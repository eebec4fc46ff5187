import type { Schemas } from '@/api'
import { ValidationErrors, type ValidationError } from './validationErrors'
import { MostMembers, type HouseholdForm } from './form'
import { checkMember } from './memberCheck'
import { checkPhone, checkText } from './textCheck'

/** What the checks go by; without code lists (never signed in with signal) codes are left to the service. */
export interface Rules {
  codes: Schemas['Codes'] | undefined
  /** 2026-11-22, in Meizhou. */
  today: string
  now: Date
}

/** The service's checks of an enrolment, before it is sent: the same rules under the same names, so that errors need no signal. */
export function checkHousehold(form: HouseholdForm, rules: Rules): ValidationError[] {
  const findings = new ValidationErrors()
  checkRegistrationNumber(findings, form.registrationNumber)
  if (!form.villageCode) findings.add('villageCode', 'required')
  checkText(findings, 'address', form.address, 200)
  checkPhone(findings, 'phone', form.phone)
  if (!form.kind) findings.add('kind', 'required')
  form.members.forEach((member, index) => checkMember(findings.in(`members[${index}]`), member, rules))
  checkTogether(findings, form)
  return findings.all
}

function checkRegistrationNumber(findings: ValidationErrors, text: string): void {
  const number = text.trim().replace(/ /g, '').toUpperCase()
  if (!number) findings.add('registrationNumber', 'required')
  else if (!/^[0-9A-Z][0-9A-Z-]{5,31}$/.test(number)) findings.add('registrationNumber', 'registration-form')
}

function checkTogether(findings: ValidationErrors, form: HouseholdForm): void {
  if (form.members.length === 0) findings.add('members', 'required')
  if (form.members.length > MostMembers) findings.add('members', 'too-many', { most: MostMembers })
  const ids = form.members.map((member) => member.idNumber.trim().toUpperCase())
  ids.forEach((id, index) => {
    if (id && ids.indexOf(id) < index) findings.add(`members[${index}].idNumber`, 'twice')
  })
  const heads = form.members.filter((member) => member.relationship === '0' && !member.departure).length
  if (form.members.length > 0 && heads !== 1) findings.add('members', 'one-head', { heads })
}
