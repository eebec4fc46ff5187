import antenatalVisits from './antenatalVisits'
import basicInformation from './basicInformation'
import carePlan from './carePlan'
import contract from './contract'
import educationPrescription from './educationPrescription'
import generalVisit from './generalVisit'
import healthCheck from './healthCheck'
import hypertensionVisits from './hypertensionVisits'
import newbornVisit from './newbornVisit'
import postnatalExamination from './postnatalExamination'
import postnatalVisit from './postnatalVisit'
import recordCover from './recordCover'
import referralOut from './referralOut'
import referralReturn from './referralReturn'
import selfCareAssessment from './selfCareAssessment'
import severeMentalDisorderVisit from './severeMentalDisorderVisit'
import tuberculosisVisits from './tuberculosisVisits'
import type2DiabetesVisits from './type2DiabetesVisits'

/** Every form by its name in addresses. */
export const forms = {
  recordCover,
  basicInformation,
  healthCheck,
  selfCareAssessment,
  hypertensionVisits,
  type2DiabetesVisits,
  severeMentalDisorderVisit,
  tuberculosisVisits,
  antenatalVisits,
  postnatalVisit,
  postnatalExamination,
  newbornVisit,
  generalVisit,
  referralOut,
  referralReturn,
  contract,
  educationPrescription,
  carePlan,
} as const
