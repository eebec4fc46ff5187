import { answer, api, type Schemas } from '@/api'
import { dayOf } from '@/i18n/time'
import { fetchPhysician } from '@/records/fetchPhysician'
import { fill, type Line } from '../paper'
import { ageOn, phoneOf, type PrintedMember } from '../printedMember'
import type { Variant } from '../printedForm'

export type Referral = Schemas['Referral']
type Physician = Schemas['Physician']

/** Who was asked, and had no illness. */
const None = '1'

export interface Referred {
  referral: Referral | undefined
  /** Where it was sent from; unknown where a health worker sent it. */
  from: Physician | undefined
  to: Physician | undefined
  variants: readonly Variant[]
}

/** The referral that is named, or the newest of those that the form is for. */
export async function fetchReferred(
  { key }: PrintedMember,
  of: string | undefined,
  isOf: (referral: Referral) => boolean,
): Promise<Referred> {
  const { data } = await answer(api.GET('/api/households/{householdId}/members/{member}/referrals', { params: { path: { ...key } } }))
  const referral = of ? data.items.find(({ id }) => id === of) : data.items.find(isOf)
  const physician = (id: string | undefined) => (id ? fetchPhysician(id) : undefined)
  const [from, to] = await Promise.all([physician(referral?.from), physician(referral?.to)])
  return { referral, from, to, variants: data.items.filter(isOf).map(({ id, sentAt }) => ({ of: id, label: dayOf(sentAt) })) }
}

/** 患者姓名, 性别, 年龄, 档案编号, 家庭住址, 联系电话 */
export function stubLines(printed: PrintedMember, on: string): Line[] {
  const { member, label, address } = printed
  return [
    [
      '患者姓名',
      fill(member.name, 6),
      '　性别',
      fill(label('sex', member.sex), 3),
      '　年龄',
      fill(ageOn(member.bornOn, on), 3),
      '　档案编号',
      fill(member.recordNumber, 12),
    ],
    ['家庭住址', fill(address, 22), '　联系电话', fill(phoneOf(printed), 9)],
  ]
}

/** 主要既往史: what was diagnosed, and what was asked about and is not among it. */
export function pastHistory({ record, label }: Pick<PrintedMember, 'record' | 'label'>): string {
  const conditions = (record?.conditions ?? []).map(
    ({ code, diagnosedOn }) => `${label('conditions', code)}${diagnosedOn ? `（${diagnosedOn.slice(0, 7)}确诊）` : ''}`,
  )
  const others = (record?.basicInformation.pastIllnesses ?? [])
    .filter(({ code }) => code !== None)
    .map(({ code }) => label('pastIllness', code))
    .filter((illness) => !conditions.some((condition) => condition.includes(illness)))
  return [...conditions, ...others].join('；')
}

/** A heading, and its words or lines to write on. */
export const written = (title: string, words: string | undefined, lines: number): Line[] => [
  [title],
  ...(words ? [['　　', words]] : Array.from({ length: lines }, (): Line => [fill('', 46)])),
]
