declare const kind: unique symbol

/** A day in China, `2026-11-22`. The compiler refuses a moment of the API where a day is wanted, and the other way round. */
export type Day = string & { readonly [kind]?: 'day' }

/** A moment, `2026-11-22T01:30:00Z`; which day it is hangs on where one stands, see {@link dayOf}. */
export type Moment = string & { readonly [kind]?: 'moment' }

// Made once: to make one takes longer than to draw a row.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Today in China. */
export function today(now: Date = new Date()): Day {
  return isoDay.format(now)
}

/** The day that it is in China at a moment, wherever the browser is. */
export function dayOf(moment: Moment): Day {
  return today(new Date(moment))
}

/** For a field of `datetime-local`, which means China's clock: `2026-11-22T09:30`. */
export function minuteInChina(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
}

/** The moment of such a field; undefined where it is empty. */
export function momentInChina(minute: string): Moment | undefined {
  return minute ? `${minute.slice(0, 16)}:00+08:00` : undefined
}
