import type { Schemas } from '@/api'

/** How a value is held against another (functions/ReferenceData/Comparison.cs). */
export function meets(comparison: Schemas['Comparison'], value: number, against: number): boolean {
  return { below: value < against, atMost: value <= against, atLeast: value >= against, above: value > against }[comparison]
}
