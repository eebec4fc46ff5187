import { describe, expect, expectTypeOf, it } from 'vitest'
import { age, day } from '@/i18n/formats'
import { dayOf, minuteInChina, momentInChina, today, type Day, type Moment } from '@/i18n/time'

describe('times', () => {
  // Between midnight and eight in China it is still the day before in UTC.
  it.each([
    ['2026-11-22T15:59:59Z', '2026-11-22'],
    ['2026-11-22T16:00:00Z', '2026-11-23'],
    ['2026-11-22T23:30:00Z', '2026-11-23'],
    ['2026-11-23T07:30:00+08:00', '2026-11-23'],
    ['2026-12-31T16:30:00Z', '2027-01-01'],
  ])('%s is the day %s in China', (moment, expected) => {
    expect(dayOf(moment)).toBe(expected)
    expect(today(new Date(moment))).toBe(expected)
  })

  it('has the clock of China in its fields, wherever the browser is', () => {
    expect(minuteInChina(new Date('2026-11-22T16:05:59Z'))).toBe('2026-11-23T00:05')
    expect(momentInChina('2026-11-23T00:05')).toBe('2026-11-23T00:05:00+08:00')
    expect(momentInChina('')).toBeUndefined()
  })

  it('tells days and moments apart', () => {
    expectTypeOf<Moment>().not.toExtend<Day>()
    expectTypeOf<Day>().not.toExtend<Moment>()
    expectTypeOf<Day>().toExtend<string>()
    const recorded = '2026-11-22T16:30:00Z' as Moment
    // @ts-expect-error The day of a moment has to be asked for.
    expect(() => day(recorded)).toThrow(RangeError)
    // @ts-expect-error Nobody is born at a moment.
    expect(() => age(recorded)).not.toThrow()
    expect(day(dayOf(recorded))).toContain('23')
  })
})
