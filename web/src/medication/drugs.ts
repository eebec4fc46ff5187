import type { Schemas } from '@/api'
import type { Choice } from '@/referenceData/codeLists'
import type { Course, Medication } from './fetchMedication'

/** What speaks against a drug: when it is written down, or what has become known since. */
export type Warnings = Omit<Schemas['CourseReview'], 'course'>

type LabelOf = (list: string, code: string | undefined) => string

const None = '1'
const Other = '5'

/** In words; nothing where there are none, or nobody has asked. */
export function allergiesOf({ allergies, allergyOther }: Medication, label: LabelOf): string[] {
  return (allergies ?? (allergyOther ? [Other] : []))
    .filter((code) => code !== None)
    .map((code) => (code === Other && allergyOther ? allergyOther : label('drugAllergy', code)))
}

export const drugName = ({ drug }: Course, label: LabelOf): string => drug.text ?? label('drug', drug.code)

export const doseWords = ({ dose }: Course, label: LabelOf): string =>
  `${dose.amount} ${label('doseUnit', dose.unit)} · ${label('dosingFrequency', dose.frequency)}`

/** Route, form, strength and quantity, as far as somebody said them. */
export const supplyWords = ({ supply }: Partial<Pick<Course, 'supply'>>, label: LabelOf): string[] =>
  [
    label('drugRoute', supply?.route),
    label('drugForm', supply?.form),
    supply?.strength ?? '',
    supply?.quantity === undefined ? '' : `${supply.quantity} ${label('dispenseUnit', supply.quantityUnit)}`,
  ].filter(Boolean)

/** What was typed: one of the list where it bears that name, or else what it is called. */
export function drugOf(typed: string, choices: readonly Choice[]): { drug: string } | { drugText: string } {
  const name = typed.trim()
  const known = choices.find(({ label }) => label.toLowerCase() === name.toLowerCase())
  return known ? { drug: known.code } : { drugText: name }
}

/** It goes through with a reason only. */
export const needsReason = ({ allergies, cautions, duplicates }: Warnings): boolean =>
  allergies.length + cautions.length + duplicates.length > 0

/** The drug, or an allergy, is not recognised: the one was not held against the other, and somebody has to say to have seen that. */
export const isUnchecked = ({ unrecognised, unrecognisedAllergies }: Warnings): boolean => unrecognised || unrecognisedAllergies.length > 0

/** Of the list, as the service wants to hear which one was read. */
export const versionOf = ({ version }: Medication): string => `"v${version}"`
