import type { Schemas } from '@/api'
import type { ColumnName } from './reading'

const roster = [
  'id',
  'name',
  'disciplines',
  'regionCode',
  'organisation',
  'panelSize',
  'phone',
  'title',
] as const satisfies readonly ColumnName[]
type OfRosterOnly = Exclude<(typeof roster)[number], 'name' | 'phone'>

/** In the order of the template; typed so that a column added to the contract is missed here. */
const households: Record<Exclude<ColumnName, OfRosterOnly>, true> = {
  registrationNumber: true,
  villageCode: true,
  county: true,
  township: true,
  villageName: true,
  address: true,
  householdPhone: true,
  kind: true,
  causes: true,
  povertyStatus: true,
  povertyStatusOn: true,
  lifted: true,
  liftedIn: true,
  householdSize: true,
  headName: true,
  name: true,
  idNumber: true,
  idMissingReason: true,
  sex: true,
  bornOn: true,
  relationship: true,
  phone: true,
  conditions: true,
  bloodPressure: true,
  systolic: true,
  diastolic: true,
  fastingGlucose: true,
  height: true,
  weight: true,
  takenAt: true,
  ethnicGroup: true,
  residence: true,
  abo: true,
  rh: true,
  education: true,
  occupation: true,
  marriage: true,
  payment: true,
  drugAllergies: true,
  disabilities: true,
}

/** What the columns of a list may be used for. */
export const columnNamesFor = (purpose: Schemas['ImportPurpose']): readonly ColumnName[] =>
  purpose === 'roster' ? roster : (Object.keys(households) as ColumnName[])
