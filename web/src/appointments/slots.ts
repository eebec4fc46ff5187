import type { Schemas } from '@/api'
import { dayOf, type Day, type Moment } from '@/i18n/time'

export type SlotOfDay = Schemas['SlotOfDay']

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/** The time of day in Meizhou, as 08:30. */
export const timeOf = (start: Moment): string => clock.format(new Date(start))

export interface DayOfSlots {
  on: Day
  /** 1 is Monday. */
  weekday: number
  slots: SlotOfDay[]
}

/** Slots by their day in Meizhou, in the order given. */
export function byDay(slots: readonly SlotOfDay[]): DayOfSlots[] {
  const days = new Map<Day, SlotOfDay[]>()
  for (const slot of slots) {
    const on = dayOf(slot.start)
    days.set(on, [...(days.get(on) ?? []), slot])
  }
  return [...days].map(([on, found]) => ({ on, weekday: weekdayOf(on), slots: found }))
}

/** ISO 8601: 1 is Monday, 7 Sunday. */
export function weekdayOf(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
