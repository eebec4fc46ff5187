/** A citizen ID (GB 11643-1999): 6 region digits, 8 birth date, 3 sequence (odd = male), 1 check character. */
export interface CitizenId {
  value: string
  bornOn: string
  /** Code of list sex. */
  sex: '1' | '2'
}

export type CitizenIdFlaw = 'id-form' | 'id-check' | 'id-birth'

const CheckCharacters = '10X98765432'
const Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The region is never held against a list: it may be a retired code. A lower-case x is accepted. */
export function readCitizenId(text: string, today: string): CitizenId | CitizenIdFlaw {
  const value = text.trim().toUpperCase()
  if (!/^[0-9]{17}[0-9X]$/.test(value)) return 'id-form'
  if (value[17] !== checkCharacterOf(value)) return 'id-check'
  const bornOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isDay(bornOn) || bornOn > today || bornOn < '1850') return 'id-birth'
  return { value, bornOn, sex: Number(value[16]) % 2 === 1 ? '1' : '2' }
}

export function checkCharacterOf(digits: string): string {
  const sum = Weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return CheckCharacters[sum % 11]!
}

/** Whether the calendar has it. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}
