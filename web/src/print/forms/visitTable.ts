import { answer, api, type Schemas } from '@/api'
import { dayOf } from '@/i18n/time'
import { coursesOn, dosage, drugName } from '../drugs'
import { boxes, cell, choice, dayLine, fill, head, options, type Block, type Cell, type Content, type Line, type Row } from '../paper'
import type { PrintedMember } from '../printedMember'
import { answerOf, numbersOf, type Visit } from '../visits'

type Referral = Schemas['Referral']
type Course = Schemas['Course']

/** What of a member the columns of a record of follow-ups are filled from. */
export interface Visited extends PrintedMember {
  referrals: readonly Referral[]
}

/** A line of the form, with a cell for each of four visits. */
export interface VisitRow {
  /** Stands once beside all lines of a group. */
  group?: string
  /** Lines: the options of a long list stand here, and only their boxes in the columns. */
  label: Content
  of: (visit: Visit | undefined, member: Visited, column: number) => Content
}

/** Referrals are no part of a member without signal, or of somebody's who may not see them: there the lines are empty. */
export async function withReferrals(member: PrintedMember): Promise<Visited> {
  const referrals = await answer(
    api.GET('/api/households/{householdId}/members/{member}/referrals', { params: { path: { ...member.key } } }),
  ).catch(() => undefined)
  return { ...member, referrals: referrals?.data.items ?? [] }
}

/** What was referred up on the day of a visit. */
export const referralAt = (visit: Visit | undefined, { referrals }: Visited): Referral | undefined =>
  visit && referrals.find(({ direction, sentAt }) => direction === 'up' && dayOf(sentAt) === visit.on)

export function visitTable(rows: readonly VisitRow[], visits: readonly (Visit | undefined)[], member: Visited): Block {
  return {
    kind: 'table',
    columns: [6, 16, ...visits.map(() => 78 / visits.length)],
    rows: rows.map((row, index): Row => [...labelOf(rows, index), ...visits.map((visit, column) => cell(row.of(visit, member, column)))]),
  }
}

function labelOf(rows: readonly VisitRow[], index: number): Cell[] {
  const { group, label } = rows[index]!
  if (!group) return [head(label, { span: 2 })]
  if (rows[index - 1]?.group === group) return [head(label)]
  const down = rows.slice(index).findIndex((row) => row.group !== group)
  return [head(group, { down: down < 0 ? rows.length - index : down }), head(label)]
}

/** Rows that records of follow-ups have in common. */
export const onDay: VisitRow = { label: '随访日期', of: (visit) => dayLine(visit?.on) }
export const nextDay: VisitRow = { label: '下次随访日期', of: (visit) => dayLine(visit?.nextDueOn) }
export const signature: VisitRow = { label: '随访医生签名', of: () => '　' }
export const contact: VisitRow = { label: '随访方式', of: (visit) => choice('1门诊 2家庭 3电话', visit?.contactMode) }

/** @param list The options, as in {@link choice}. */
export const chosen = (label: string, list: string, field: string, more: Partial<VisitRow> = {}): VisitRow => ({
  label,
  of: (visit) => choice(list, numbersOf(visit, field)),
  ...more,
})

/** A list that is too long for a column: it stands at the side, and the boxes in the column. */
export const symptoms = (list: string, count: number, renamed: Record<string, string>, group?: string): VisitRow => ({
  ...(group ? { group } : {}),
  label: [['症状'], [options(list)]],
  of: (visit) => [[boxes(count, numbersOf(visit, 'symptoms', renamed))], ['其他：', fill('', 4)]],
})

/** `76 / ____`: as it is, and as it is aimed for. */
export const aimed = (now: string, unit = ''): Line => [fill(now, 2.5), ' / ', fill('', 2.5), unit]

export const bloodPressure = (visit: Visit | undefined): Line => [
  fill([answerOf(visit, 'systolic'), answerOf(visit, 'diastolic')].filter(Boolean).join('/'), 6),
]

export const exercise = (visit: Visit | undefined): Line[] => [
  [fill(answerOf(visit, 'exerciseTimes'), 1.5), '次/周 ', fill(answerOf(visit, 'exerciseMinutes'), 1.5), '分钟/次'],
  [fill('', 1.5), '次/周 ', fill('', 1.5), '分钟/次'],
]

/**
 * What was taken on the day of the visit: three by name, the others in the last line.
 * @param isLast What the last line is for, where it is for drugs of a kind; a fourth of the others stands with the third then.
 */
export function drugRows(last: string, isLast?: (name: string) => boolean): VisitRow[] {
  const group = '用药情况'
  const named = (visit: Visit | undefined, member: Visited, isOfLast: boolean): Course[] => {
    const all = visit ? coursesOn(member, visit.on) : []
    return isLast ? all.filter((course) => isLast(drugName(member, course)) === isOfLast) : isOfLast ? all.slice(3) : all.slice(0, 3)
  }
  const at = (visit: Visit | undefined, member: Visited, index: number): Course[] => {
    const own = named(visit, member, false)
    return index < 2 ? own.slice(index, index + 1) : own.slice(2)
  }
  const rows = [0, 1, 2].flatMap((index): VisitRow[] => [
    {
      group,
      label: `药物名称${index + 1}`,
      of: (visit, member) => namesOf(member, at(visit, member, index)),
    },
    {
      group,
      label: '用法用量',
      of: (visit, member) => {
        const courses = at(visit, member, index)
        return courses.length === 0 ? dosage(member, undefined) : courses.map((course) => dosage(member, course))
      },
    },
  ])
  return [
    ...rows,
    {
      group,
      label: last,
      of: (visit, member) => {
        const courses = named(visit, member, true)
        return courses.length === 0 ? '　' : courses.map((course) => [drugName(member, course), ' ', ...dosage(member, course)])
      },
    },
  ]
}

const namesOf = (member: PrintedMember, courses: readonly Course[]): string =>
  courses.map((course) => drugName(member, course)).join('、') || '　'

export const referralRows: VisitRow[] = [
  { group: '转诊', label: '原因', of: (visit, member) => referralAt(visit, member)?.reason ?? '　' },
  {
    group: '转诊',
    label: '机构及科别',
    of: (visit, member) => member.label('discipline', referralAt(visit, member)?.discipline) || '　',
  },
]
