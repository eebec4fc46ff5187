import type { Schemas } from '@/api'
import type { Day } from '@/i18n/time'
import { fill, type Line } from './paper'
import type { PrintedMember } from './printedMember'

type Course = Schemas['Course']

/** Of the frequencies that a form counts by the day. */
const timesADay: Readonly<Record<string, number>> = { onceDaily: 1, twiceDaily: 2, threeTimesDaily: 3, fourTimesDaily: 4 }

/** What was taken on a day, as the list of medicines knows it; those begun first come first. */
export function coursesOn({ medication }: PrintedMember, day: Day): Course[] {
  return [...(medication?.running ?? []), ...(medication?.stopped ?? [])]
    .filter(
      ({ since, until, stopped }) => since <= day && (until === undefined || until >= day) && (stopped === undefined || stopped.on > day),
    )
    .sort((one, other) => one.since.localeCompare(other.since))
}

export const drugName = ({ label }: PrintedMember, course: Course | undefined): string =>
  course ? (course.drug.code ? label('drug', course.drug.code) : (course.drug.text ?? '')) : ''

export const doseOf = ({ label }: PrintedMember, { dose }: Course): string => `${dose.amount}${label('doseUnit', dose.unit)}`

/** `每日 2 次 每次 5毫克`, or the frequency in words where it is not by the day. */
export function dosage(member: PrintedMember, course: Course | undefined): Line {
  if (!course) return ['每日', fill('', 1.5), '次 每次', fill('', 3)]
  const times = timesADay[course.dose.frequency]
  const dose = fill(doseOf(member, course), 3)
  return times
    ? ['每日', fill(times, 1.5), '次 每次', dose]
    : [fill(member.label('dosingFrequency', course.dose.frequency), 5), ' 每次', dose]
}
