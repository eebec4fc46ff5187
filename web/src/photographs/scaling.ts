/** What a picture is scaled down to. */
export interface Bounds {
  /** What the service takes. */
  mostBytes: number
  longestSide: number
  /** Smaller than this nothing can be seen on it any more. */
  shortestSide: number
}

/** Enough to read a box's small print, and half of what a phone's camera makes; 600 KB. */
export const Picture: Bounds = { mostBytes: 614_400, longestSide: 1_600, shortestSide: 400 }

/** Sharp where a list shows it, and no more; 16 KB. */
export const Preview: Bounds = { mostBytes: 16_384, longestSide: 320, shortestSide: 80 }

const Smaller = 0.75

/** The better first: what is too large even so is made smaller, rather than coarser still. */
const Qualities = [0.85, 0.75, 0.65, 0.5] as const

export interface Size {
  width: number
  height: number
}

/** It cannot be made small enough. */
export class TooLarge extends Error {}

/** Of the same shape, no side longer than may be; what is small stays as it is. */
export function fitted({ width, height }: Size, longest: number = Picture.longestSide): Size {
  const part = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * part)), height: Math.max(1, Math.round(height * part)) }
}

/**
 * The largest and best that the service takes.
 * @param encode Makes a JPEG of this size and quality.
 */
export async function scaled(
  size: Size,
  encode: (size: Size, quality: number) => Promise<Blob>,
  { mostBytes, longestSide, shortestSide }: Bounds = Picture,
): Promise<Blob> {
  for (let longest = longestSide; longest >= shortestSide; longest = Math.floor(longest * Smaller)) {
    for (const quality of Qualities) {
      const picture = await encode(fitted(size, longest), quality)
      if (picture.size <= mostBytes) return picture
    }
  }
  throw new TooLarge()
}
