import type { Schemas } from '@/api'

export type ReadingKind = Schemas['ReadingKind']

/** The value in the kind's own unit; undefined where it is no number. */
export function canonical(kind: ReadingKind, reading: { value: string; unit: string }): number | undefined {
  const text = reading.value.trim()
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return undefined
  const factor = kind.otherUnits?.find((other) => other.unit === reading.unit)?.factor
  return factor === undefined ? value : Number((value * factor).toFixed(kind.decimals))
}
