import type { ValidationErrors } from './validationErrors'

export function checkText(findings: ValidationErrors, field: string, text: string, most: number): void {
  const value = text.trim()
  if (/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(value)) findings.add(field, 'text-characters')
  else if (value.length > most) findings.add(field, 'too-long', { most })
}

/** A mainland mobile number, a landline with or without area code, or an international number. */
export function checkPhone(findings: ValidationErrors, field: string, text: string): void {
  const value = text.trim().replace(/[ -]/g, '')
  if (value && !/^\+?[0-9]{7,15}$/.test(value)) findings.add(field, 'phone-form')
}
