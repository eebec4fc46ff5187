import type { Schemas } from '@/api'

type Reading = Schemas['Reading']

/**
 * One measure's readings, oldest first. Each has a chart of its own: the bands of two would lie over each other, and a value would stand
 * in the band of the other.
 */
export interface Series {
  code: string
  unit: string
  readings: readonly Reading[]
}

/** The readings of all entries by measure; first what has a target. */
export function seriesOf(entries: readonly Schemas['Entry'][], hasTarget: (code: string) => boolean): Series[] {
  const byCode = new Map<string, Reading[]>()
  for (const { readings } of entries)
    for (const reading of readings) byCode.set(reading.code, [...(byCode.get(reading.code) ?? []), reading])
  return [...byCode]
    .map(([code, readings]) => ({
      code,
      unit: readings[0]!.unit,
      readings: readings.sort((one, other) => one.takenAt.localeCompare(other.takenAt)),
    }))
    .sort((one, other) => Number(hasTarget(other.code)) - Number(hasTarget(one.code)))
}
