import { answer, api, type Schemas } from '@/api'
import { today, type Day } from '@/i18n/time'
import { fetchOrCached } from '@/offline/cachedAnswer'
import { fetchMember } from '@/records/fetchMember'
import { fetchPhysician } from '@/records/fetchPhysician'
import type { MemberKey } from '@/records/memberPaths'
import { useLists } from '@/referenceData/codeLists'
import { postalAddress } from './postalAddress'

type Physician = Schemas['Physician']

/** What forms about a member are filled from. Forms are in Chinese, so its words are, whatever the page around speaks. */
export interface PrintedMember {
  key: MemberKey
  household: Schemas['Household']
  member: Schemas['Member']
  record: Schemas['Record'] | undefined
  entries: Schemas['EntryPage'] | undefined
  carePlan: Schemas['CarePlan'] | undefined
  medication: Schemas['Medication'] | undefined
  county: string
  township: string
  village: string
  /** Where the household lives, from the county down. */
  address: string
  /** The responsible one. */
  physician: Physician | undefined
  today: Day
  /** The label of a code in Chinese; the code itself where the list does not have it. */
  label: (list: string, code: string | undefined | null) => string
  /** Whether the phone kept it from before, for there is no signal. */
  isOld: boolean
}

export async function fetchPrintedMember(key: MemberKey): Promise<PrintedMember> {
  const lists = useLists()
  const [{ value, isOld, fault }] = await Promise.all([fetchMember(key), lists.load()])
  // Without signal somebody who was not looked at before has no record here: a form of empty lines would claim that there is none.
  if (fault) throw fault
  const { household } = value
  const member = household.members.find(({ number }) => number === key.member)!
  const [county] = await Promise.all([countyName(household.villageCode.slice(0, 6)), lists.know(household.villageCode)])
  const name = (digits: number): string => lists.regions.get(household.villageCode.slice(0, digits))?.name ?? ''
  const [township, village] = [name(9), name(12)]
  return {
    key,
    household,
    member,
    record: value.record,
    entries: value.entries,
    carePlan: value.carePlan,
    medication: value.medication,
    county,
    township,
    village,
    address: postalAddress(household.address ?? '', { county, township, village }),
    physician: household.responsiblePhysician ? await fetchPhysician(household.responsiblePhysician) : undefined,
    today: today(),
    label: (list, code) => (code ? (lists.codes?.lists[list]?.find((item) => item.code === code)?.['zh-CN'] ?? code) : ''),
    isOld,
  }
}

/** Whoever works in one township does not have its county's name at hand. */
async function countyName(regionCode: string): Promise<string> {
  const ask = async () => (await answer(api.GET('/api/regions/{regionCode}', { params: { path: { regionCode } } }))).data.items
  const found = await fetchOrCached(`regions:in:${regionCode}`, ask).catch(() => undefined)
  return found?.value.find(({ code }) => code === regionCode)?.name ?? ''
}

/** For the head of a sheet. */
export const personOf = ({ member }: PrintedMember): { name: string; recordNumber: string | undefined } => ({
  name: member.name,
  recordNumber: member.recordNumber,
})

/** The telephone number of the person, or that of the household. */
export const phoneOf = ({ member, household }: PrintedMember): string => member.phone ?? household.phone ?? ''

export const ageOn = (bornOn: Day | undefined, on: Day): number | undefined =>
  bornOn ? Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (on.slice(5, 10) < bornOn.slice(5, 10) ? 1 : 0) : undefined
