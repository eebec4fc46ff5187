import { expect, test } from 'vitest'
import type { ThemeColours } from '@/charts/themeColours'
import { readingChart } from '@/records/readingChart'

interface Axis {
  min: number
  max: number
  minInterval: number
  axisLabel: { formatter: (at: number) => string }
}

const Day = 86_400_000
const paint = new Proxy({}, { get: () => '#000' }) as ThemeColours

function axisOf(...takenAt: string[]): Axis {
  const readings = takenAt.map((at) => ({ code: 'systolic', value: 130, unit: 'mmHg', takenAt: at }))
  return readingChart({ code: 'systolic', unit: 'mmHg', readings }, [], 'systolic', paint).xAxis as unknown as Axis
}

test('a value never stands on the edge, and a day is named once', () => {
  const axis = axisOf('2026-11-25T01:00:00Z')

  expect(axis.min).toBeLessThanOrEqual(Date.parse('2026-11-24T01:00:00Z'))
  expect(axis.max).toBeGreaterThanOrEqual(Date.parse('2026-11-26T01:00:00Z'))
  expect(axis.minInterval).toBe(Day)
})

test('midnight in Meizhou is the day that begins there', () => {
  expect(axisOf('2026-11-25T01:00:00Z').axisLabel.formatter(Date.parse('2026-11-24T16:00:00Z'))).toBe('11月25日')
})

test('over more than a year the axis names months', () => {
  expect(axisOf('2025-01-05T01:00:00Z', '2026-11-25T01:00:00Z').axisLabel.formatter(Date.parse('2026-03-01T04:00:00Z'))).toBe('2026年3月')
})
