import type { Schemas } from '@/api'
import { rounded } from './decimal'

export type ReadingKind = Schemas['ReadingKind']

/** What is kept of a value that needs no conversion. */
const MostDecimals = 3

/** The value in the kind's own unit, as the service keeps it; undefined where it is no number, or in no unit of the kind. */
export function canonical(kind: ReadingKind, { value, unit }: { value: string; unit: string }): number | undefined {
  if (unit === '' || isSame(unit, kind.unit)) return rounded(value, MostDecimals)
  const other = kind.otherUnits?.find((one) => isSame(one.unit, unit))
  return other && rounded(value, kind.decimals, other.factor)
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
