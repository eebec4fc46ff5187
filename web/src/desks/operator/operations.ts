import type { Schemas } from '@/api'

export type Operations = Schemas['Operations']
type Queue = Operations['queues'][number]
type Times = Operations['times'][number]

/** A duration in the two largest units that say something; `unit` names the words for it. */
export interface Duration {
  unit: 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days'
  values: { large: number; small: number }
}

export function durationOf(seconds: number): Duration {
  const of = (unit: Duration['unit'], large: number, small = 0): Duration => ({ unit, values: { large, small } })
  // Rounded first, so that 59.96 s are a minute.
  if (seconds < 0.9995) return of('milliseconds', Math.round(seconds * 1_000))
  if (seconds < 59.95) return of('seconds', Math.round(seconds * 10) / 10)
  const whole = Math.round(seconds)
  if (whole < 3_600) return of('minutes', Math.floor(whole / 60), whole % 60)
  if (whole < 86_400) return of('hours', Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60))
  return of('days', Math.floor(whole / 86_400), Math.floor((whole % 86_400) / 3_600))
}

/** Messages are taken within seconds; who waits longer than two minutes waits behind others, or for a storage that is down. */
const Behind = 120

/** How a queue does: something was put aside, it is behind, it runs, or nobody could say. */
export function stateOf({
  waiting,
  oldestAge,
  poisonMessages,
}: Pick<Queue, 'waiting' | 'oldestAge' | 'poisonMessages'>): 'poisonMessages' | 'behind' | 'running' | 'unknown' {
  if ((poisonMessages ?? 0) > 0) return 'poisonMessages'
  if (waiting === undefined || oldestAge === undefined || poisonMessages === undefined) return 'unknown'
  return oldestAge > Behind ? 'behind' : 'running'
}

export const Accept = 'accept'
export const Listed = 'enrolled-to-listed'
const Path = ['enrolments', 'changes', 'coverage']
const placeOf = (name: string): number => (Path.includes(name) ? Path.indexOf(name) : Path.length)

/** In the order in which a household passes through them, the others after. */
export function inOrder<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  return [...all].sort((one, other) => placeOf(nameOf(one)) - placeOf(nameOf(other)) || nameOf(one).localeCompare(nameOf(other)))
}

export const timesOf = ({ times }: Pick<Operations, 'times'>, stage: string): Times | undefined => times.find((one) => one.stage === stage)

/** Times of the single queues; the two that go over several are shown by themselves. */
export const queueTimes = ({ times }: Pick<Operations, 'times'>): Times[] =>
  inOrder(
    times.filter(({ stage }) => stage !== Accept && stage !== Listed),
    ({ stage }) => stage,
  )

/** Seconds since the city's figures were added up, by the service's clock. */
export function coverageAge({ at, coverageCountedAt }: Pick<Operations, 'at' | 'coverageCountedAt'>): number | undefined {
  return coverageCountedAt ? Math.max(0, (Date.parse(at) - Date.parse(coverageCountedAt)) / 1_000) : undefined
}

/** Each night all is counted again: older than a day and two hours means that counting has stopped. */
export const isCoverageOld = (age: number | undefined): boolean => age !== undefined && age > 26 * 3_600
