import { computed } from 'vue'
import { language } from './language'
import { dayOf, today, type Day, type Moment } from './time'

export { dayOf, today, type Day, type Moment }

const China = 'Asia/Shanghai'

const formats = computed(() => ({
  day: new Intl.DateTimeFormat(language.value, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }),
  moment: new Intl.DateTimeFormat(language.value, {
    timeZone: China,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }),
  dayOfYear: new Intl.DateTimeFormat(language.value, { timeZone: China, month: 'short', day: 'numeric' }),
  month: new Intl.DateTimeFormat(language.value, { timeZone: China, year: 'numeric', month: 'short' }),
  clock: new Intl.DateTimeFormat(language.value, { timeZone: China, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }),
  number: new Intl.NumberFormat(language.value),
  rate: new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 1 }),
}))

/** What is there of several short facts, on one line. */
export const dotted = (...facts: readonly (string | false | undefined | null)[]): string => facts.filter(Boolean).join(' · ')

/** A day such as 1966-02-03, which has no time zone. */
export function day(iso: Day | undefined | null): string {
  return iso ? formats.value.day.format(new Date(`${iso}T00:00:00Z`)) : ''
}

/** A moment, as the clock in Meizhou shows it. */
export function moment(iso: Moment | undefined | null): string {
  return iso ? formats.value.moment.format(new Date(iso)) : ''
}

/** A moment's day in Meizhou for an axis: without the year, or over several years without the day. */
export function tick(at: number, isOverYears: boolean): string {
  return formats.value[isOverYears ? 'month' : 'dayOfYear'].format(new Date(at))
}

/** The time of day in Meizhou, to the second. */
export function clock(iso: Moment): string {
  return formats.value.clock.format(new Date(iso))
}

export function number(value: number): string {
  return formats.value.number.format(value)
}

/** 0.873 as 87.3 %; nothing where there is nothing to divide by. */
export function rate(value: number | undefined): string {
  return value === undefined ? '–' : formats.value.rate.format(value)
}

/** 1,536 as 1.5 KB. */
export function bytes(value: number): string {
  const step = value < 1024 ** 2 ? 1 : 2
  return `${number(Math.round((value / 1024 ** step) * 10) / 10)} ${step === 1 ? 'KB' : 'MB'}`
}

export function age(bornOn: Day | undefined | null, on: Day = today()): number | undefined {
  if (!bornOn) return undefined
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5, 10) ? years - 1 : years
}
