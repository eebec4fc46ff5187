import { describe, expect, it } from 'vitest'
import examples from '../../seeds/cases/readings.json'
import readings from '../../seeds/codes/readings.json'
import { rounded } from '@/readings/decimal'
import { canonical, type ReadingKind } from '@/readings/reading'

const kindOf = (code: string) => readings.items.find((kind) => kind.code === code) as ReadingKind

describe('units', () => {
  it.each(examples.items)('$reading $value $unit is kept as $kept', ({ reading, value, unit, kept }) => {
    expect(canonical(kindOf(reading), { value: String(value), unit: unit ?? '' }) ?? null).toBe(kept)
  })

  // Every weight that a scale in 斤 shows: with binary fractions one in twenty came out otherwise than on the server.
  it('rounds all weights in 斤 half up', () => {
    for (let tenths = 6; tenths <= 6000; tenths++) {
      const value = `${Math.floor(tenths / 10)}.${tenths % 10}`
      expect(canonical(kindOf('weight'), { value, unit: '斤' })).toBe(Number(`${Math.floor((tenths + 1) / 2)}e-1`))
    }
  })

  it.each([
    ['1e-7', 3, 0],
    ['1.5e2', 0, 150],
    ['.5', 0, 1],
    ['2.5', 0, 3],
    ['-2.5', 0, -3],
    ['-0.4', 0, 0],
    [' 12 ', 1, 12],
  ])('rounds %s to %i places: %d', (value, places, expected) => {
    expect(rounded(value, places)).toBe(expected)
  })

  it.each(['', '.', '-', 'x', '1,5', '0x10', 'Infinity', '1e9999'])('has no number of "%s"', (value) => {
    expect(rounded(value, 1)).toBeUndefined()
  })
})
