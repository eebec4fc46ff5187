import { describe, expect, test } from 'vitest'
import { fitted, Picture, Preview, scaled, TooLarge } from '@/photographs/scaling'

describe('scaling', () => {
  test.each([
    [
      { width: 4_000, height: 3_000 },
      { width: 1_600, height: 1_200 },
    ],
    [
      { width: 3_000, height: 4_000 },
      { width: 1_200, height: 1_600 },
    ],
    [
      { width: 1_600, height: 900 },
      { width: 1_600, height: 900 },
    ],
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 20_000, height: 3 },
      { width: 1_600, height: 1 },
    ],
  ])('%o is sent as %o', (size, sent) => expect(fitted(size)).toEqual(sent))

  /** How many bytes a picture of a size and quality takes, where a point of the best takes so many. */
  const encoder = (bytesOfPoint: number) => {
    const tried: string[] = []
    const encode = async ({ width, height }: { width: number; height: number }, quality: number) => {
      tried.push(`${width}@${quality}`)
      return { size: Math.round(width * height * bytesOfPoint * quality) } as Blob
    }
    return { tried, encode }
  }

  test('what is small enough is sent at its best', async () => {
    const { tried, encode } = encoder(0.2)
    expect((await scaled({ width: 4_000, height: 3_000 }, encode)).size).toBeLessThanOrEqual(Picture.mostBytes)
    expect(tried).toEqual([`${Picture.longestSide}@0.85`])
  })

  test('just at the limit it stays, one byte more is coarser', async () => {
    const sizes = [Picture.mostBytes + 1, Picture.mostBytes]
    expect((await scaled({ width: 10, height: 10 }, async () => ({ size: sizes.shift() }) as Blob)).size).toBe(Picture.mostBytes)
    expect(sizes).toEqual([])
  })

  test('what is too large at every quality is made smaller', async () => {
    const { tried, encode } = encoder(1)
    expect((await scaled({ width: 4_000, height: 3_000 }, encode)).size).toBeLessThanOrEqual(Picture.mostBytes)
    expect(tried.slice(0, 5)).toEqual(['1600@0.85', '1600@0.75', '1600@0.65', '1600@0.5', '1200@0.85'])
  })

  test('a preview is as small as a list shows it', async () => {
    const { tried, encode } = encoder(1)
    expect((await scaled({ width: 1_600, height: 1_200 }, encode, Preview)).size).toBeLessThanOrEqual(Preview.mostBytes)
    expect([tried[0], tried.at(-1)]).toEqual(['320@0.85', '180@0.65'])
  })

  test('what no size makes small enough is said', async () => {
    await expect(scaled({ width: 4_000, height: 3_000 }, async () => ({ size: Picture.mostBytes + 1 }) as Blob)).rejects.toBeInstanceOf(
      TooLarge,
    )
  })
})
