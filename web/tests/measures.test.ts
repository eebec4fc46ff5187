import { expect, test } from 'vitest'
import { isCounted, measuresSheet, pathTo, placesOf, ranked, stepOf, type RegionMeasures } from '@/desks/official/measures'
import { rowAfter } from '@/desks/physician/rowKeys'

test.each([
  [undefined, undefined],
  [0, 0],
  [0.1999, 0],
  [0.2, 1],
  [0.6, 3],
  [0.8, 4],
  [1, 4],
])('a rate of %s stands on step %s', (rate, step) => expect(stepOf(rate)).toBe(step))

const region = (regionCode: string, numerator: number, denominator: number) =>
  ({
    regionCode,
    measures: [{ code: 'enrolment', numerator, denominator, ...(denominator > 0 ? { rate: numerator / denominator } : {}) }],
  }) as unknown as RegionMeasures
const regions = [region('a', 1, 2), region('b', 0, 0), region('c', 3, 3), region('d', 2, 2)]
const codes = (descending: boolean) => ranked(regions, 'enrolment', { by: 'rate', descending }).map(({ regionCode }) => regionCode)

test('a region without a figure comes last both ways; of equal ones the larger first', () => {
  expect(codes(true)).toEqual(['c', 'd', 'a', 'b'])
  expect(codes(false)).toEqual(['a', 'c', 'd', 'b'])
})

test('equal rates share a place, the next has the place after all of them, and none has none', () => {
  expect([...placesOf(regions, 'enrolment')]).toEqual([
    ['a', 3],
    ['b', undefined],
    ['c', 1],
    ['d', 1],
  ])
})

test('the trail begins at the own region', () => {
  expect(pathTo('441403100223', ['4414'])).toEqual(['4414', '441403', '441403100', '441403100223'])
  expect(pathTo('441403100', ['441403'])).toEqual(['441403', '441403100'])
})

test('keys stay within the list', () => {
  expect(rowAfter('ArrowUp', 0, 5)).toBe(0)
  expect(rowAfter('ArrowDown', 4, 5)).toBe(4)
  expect(rowAfter('End', 0, 5)).toBe(4)
  expect(rowAfter('PageDown', 2, 2000)).toBe(12)
  expect(rowAfter('Home', 0, 0)).toBeUndefined()
  expect(rowAfter('a', 0, 5)).toBeUndefined()
})

test('what was not counted then is no nought, and an export leaves its cells empty', () => {
  const [before, now] = [{}, { contracted: 0, servicesDue: 0 }].map(
    (counts) =>
      ({
        name: '梅江区',
        regionCode: '441402',
        measures: [{ code: 'contracted', numerator: 0, denominator: 0 }],
        counts,
      }) as unknown as RegionMeasures,
  )
  expect(isCounted(before!, 'contracted')).toBe(false)
  expect(isCounted(before!, 'enrolment')).toBe(true)
  expect(isCounted(now!, 'contractServices')).toBe(true)
  const sheet = measuresSheet('指标', [before!, now!], (key) => key)
  const at = sheet.columns.findIndex(({ header }) => header === 'official.measures.contracted.name (%)')
  expect(sheet.rows.map((row) => row.slice(at, at + 3))).toEqual([
    [undefined, undefined, undefined],
    [undefined, 0, 0],
  ])
})
