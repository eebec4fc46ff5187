import type { Schemas } from '@/api'
import type { Day } from '@/i18n/formats'
import { standingOf, type Goal, type Limit, type Standing } from './bands'

/** A reading as the summary of a member has it; blood pressure is one. */
export interface ReadingLine {
  name: 'bloodPressure' | string
  value: string
  unit: string
  takenAt: string
  standing: Standing
}

const order: readonly Standing[] = ['urgent', 'off', 'on', 'none']
const worst = (standings: readonly Standing[]): Standing => order.find((standing) => standings.includes(standing)) ?? 'none'

/** The latest of each, what has to be minded first, then the newest. */
export function readingLines(latest: readonly Schemas['Reading'][], goals: readonly Goal[], limits: readonly Limit[]): ReadingLine[] {
  const systolic = latest.find(({ code }) => code === 'systolic')
  const diastolic = latest.find(({ code, takenAt }) => code === 'diastolic' && takenAt === systolic?.takenAt)
  const pressure = systolic && diastolic ? [systolic, diastolic] : []
  const line = (name: string, readings: readonly Schemas['Reading'][]): ReadingLine => ({
    name,
    value: readings.map(({ value }) => value).join('/'),
    unit: readings[0]!.unit,
    takenAt: readings[0]!.takenAt,
    standing: worst(readings.map((reading) => standingOf(reading, goals, limits))),
  })
  return [
    ...(pressure.length > 0 ? [line('bloodPressure', pressure)] : []),
    ...latest.filter((reading) => !pressure.includes(reading)).map((reading) => line(reading.code, [reading])),
  ].sort((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing) || other.takenAt.localeCompare(one.takenAt))
}

/** The visit to be made next: all forms that are due by today together, or those of the first day to come. */
export interface NextVisit {
  forms: string[]
  dueOn: Day
  isDue: boolean
  /** Due, or for somebody who is urgent: it comes before all else. */
  isPressing: boolean
}

export function nextVisitOf(followUps: readonly Schemas['DueFollowUp'][], today: Day, isUrgent = false): NextVisit | undefined {
  const first = [...followUps].sort((one, other) => one.dueOn.localeCompare(other.dueOn))[0]
  if (!first) return undefined
  const isDue = first.dueOn <= today
  const forms = followUps.filter(({ dueOn }) => (isDue ? dueOn <= today : dueOn === first.dueOn)).map(({ form }) => form)
  return { forms, dueOn: first.dueOn, isDue, isPressing: isDue || isUrgent }
}
