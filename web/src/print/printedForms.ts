import type { Schemas } from '@/api'
import { age } from '@/i18n/formats'
import type { FillIn } from './printedForm'

type Member = Schemas['Member']

export interface PrintedFormEntry {
  /** Its name in addresses and of its words, `print.forms.<code>`. */
  code: string
  load: () => Promise<{ default: FillIn }>
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

/** All forms, in the order in which they are offered. Each is fetched when somebody prints it. */
export const printedForms: readonly PrintedFormEntry[] = [
  { code: 'recordCover', load: () => import('./forms/recordCover') },
  { code: 'basicInformation', load: () => import('./forms/basicInformation') },
  { code: 'healthCheck', load: () => import('./forms/healthCheck') },
  {
    code: 'selfCareAssessment',
    load: () => import('./forms/selfCareAssessment'),
    isFor: ({ bornOn }) => (age(bornOn) ?? 0) >= Elderly,
  },
  { code: 'hypertensionVisits', load: () => import('./forms/hypertensionVisits'), isFor: followed('hypertension', 'I10') },
  { code: 'type2DiabetesVisits', load: () => import('./forms/type2DiabetesVisits'), isFor: followed('type2Diabetes', 'E11') },
  {
    code: 'severeMentalDisorderVisit',
    load: () => import('./forms/severeMentalDisorderVisit'),
    isFor: followed('severeMentalDisorder', 'F20', 'F22', 'F25', 'F31'),
  },
  { code: 'tuberculosisVisits', load: () => import('./forms/tuberculosisVisits'), isFor: followed('tuberculosis', 'A15', 'A16') },
  { code: 'antenatalVisits', load: () => import('./forms/antenatalVisits'), isFor: followed('antenatalVisit', 'O', 'Z34') },
  { code: 'postnatalVisit', load: () => import('./forms/postnatalVisit'), isFor: followed('postnatalVisit', 'Z39') },
  { code: 'postnatalExamination', load: () => import('./forms/postnatalExamination'), isFor: followed('postnatalVisit', 'Z39') },
  { code: 'newbornVisit', load: () => import('./forms/newbornVisit'), isFor: followed('newbornVisit', 'Z38') },
  { code: 'generalVisit', load: () => import('./forms/generalVisit'), isFor: followed('general') },
  { code: 'referralOut', load: () => import('./forms/referralOut') },
  { code: 'referralReturn', load: () => import('./forms/referralReturn') },
  { code: 'contract', load: () => import('./forms/contract') },
  { code: 'educationPrescription', load: () => import('./forms/educationPrescription') },
  { code: 'carePlan', load: () => import('./forms/carePlan') },
]

export const formsFor = (member: Member): PrintedFormEntry[] => printedForms.filter(({ isFor }) => isFor?.(member) ?? true)
