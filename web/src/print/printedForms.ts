import type { Schemas } from '@/api'
import { age } from '@/i18n/formats'
import type { forms } from './forms/forms'
import type { FillIn } from './printedForm'

type Member = Schemas['Member']

export interface PrintedFormEntry {
  /** Its name in addresses and of its words, `print.forms.<code>`. */
  code: keyof typeof forms
  /** For whom it is offered; everybody where it is left out. */
  isFor?: (member: Member) => boolean
}

const Elderly = 65

/** Followed by the form, or ill with what it is for. */
const followed =
  (form: string, ...conditions: readonly string[]) =>
  ({ plan, conditions: ill }: Member): boolean =>
    (plan?.followUps.some((followUp) => followUp.form === form) ?? false) ||
    ill.some((code) => conditions.some((condition) => code.startsWith(condition)))

/** All forms, in the order in which they are offered. */
export const printedForms: readonly PrintedFormEntry[] = [
  { code: 'recordCover' },
  { code: 'basicInformation' },
  { code: 'healthCheck' },
  {
    code: 'selfCareAssessment',
    isFor: ({ bornOn }) => (age(bornOn) ?? 0) >= Elderly,
  },
  { code: 'hypertensionVisits', isFor: followed('hypertension', 'I10') },
  { code: 'type2DiabetesVisits', isFor: followed('type2Diabetes', 'E11') },
  {
    code: 'severeMentalDisorderVisit',
    isFor: followed('severeMentalDisorder', 'F20', 'F22', 'F25', 'F31'),
  },
  { code: 'tuberculosisVisits', isFor: followed('tuberculosis', 'A15', 'A16') },
  { code: 'antenatalVisits', isFor: followed('antenatalVisit', 'O', 'Z34') },
  { code: 'postnatalVisit', isFor: followed('postnatalVisit', 'Z39') },
  { code: 'postnatalExamination', isFor: followed('postnatalVisit', 'Z39') },
  { code: 'newbornVisit', isFor: followed('newbornVisit', 'Z38') },
  { code: 'generalVisit', isFor: followed('general') },
  { code: 'referralOut' },
  { code: 'referralReturn' },
  { code: 'contract' },
  { code: 'educationPrescription' },
  { code: 'carePlan' },
]

export const formsFor = (member: Member): PrintedFormEntry[] => printedForms.filter(({ isFor }) => isFor?.(member) ?? true)

/** What fills a form in. All come in one file when the first is printed: as many small files would take a phone longer. */
export const fillInOf = async (code: PrintedFormEntry['code']): Promise<FillIn> => (await import('./forms/forms')).forms[code]
