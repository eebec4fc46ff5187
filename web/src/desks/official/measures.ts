import type { Schemas } from '@/api'
import type { Sheet } from '@/files/sheet'

export type RegionMeasures = Schemas['RegionMeasures']
export type Measure = Schemas['Measure']
export type MeasureCode = Measure['code']

export const measureCodes: readonly MeasureCode[] = [
  'enrolment',
  'record',
  'routed',
  'contracted',
  'contractServices',
  'drafted',
  'plan',
  'use',
  'followUpsInTime',
  'managed',
  'toStandard',
  'inControl',
  'referrals',
]

/** Open problems: the fewer the better, and never a rate. */
export const openCodes = ['needsReview', 'unrouted', 'overdue', 'urgent'] as const

export function measureOf(region: { measures: readonly Measure[] }, code: MeasureCode): Measure {
  return region.measures.find((measure) => measure.code === code) ?? { code, numerator: 0, denominator: 0 }
}

/** Days before a measure was counted have no figure of it, not nought: what it counts is left out of their counts. */
export function isCounted({ counts }: { counts: Schemas['CoverageCounts'] }, code: MeasureCode): boolean {
  if (code === 'contracted') return counts.contracted !== undefined
  return code !== 'contractServices' || counts.servicesDue !== undefined
}

/** Five steps of a fifth each, the same for every measure and day, so that two maps can be compared. */
export const steps = 5

/** 0 to 4; undefined where there is nothing to divide by. A full fifth belongs to the step above. */
export function stepOf(rate: number | undefined): number | undefined {
  return rate === undefined ? undefined : Math.min(steps - 1, Math.floor(rate * steps + 1e-9))
}

export interface Order {
  by: 'name' | 'rate' | 'numerator' | 'denominator'
  descending: boolean
}

/** Regions without a rate come last whichever way it is sorted: nobody is best or worst by having no figure. */
export function ranked(regions: readonly RegionMeasures[], code: MeasureCode, { by, descending }: Order): RegionMeasures[] {
  const sign = descending ? -1 : 1
  return [...regions].sort((one, other) => {
    const [a, b] = [measureOf(one, code), measureOf(other, code)]
    if (by === 'name') return sign * one.regionCode.localeCompare(other.regionCode)
    if (by !== 'rate') return sign * (a[by] - b[by]) || one.regionCode.localeCompare(other.regionCode)
    if (a.rate === undefined || b.rate === undefined) return Number(a.rate === undefined) - Number(b.rate === undefined)
    return sign * (a.rate - b.rate) || b.denominator - a.denominator
  })
}

/** Places by the rate, the highest first; who has the same rate has the same place, and who has none has no place. */
export function placesOf(regions: readonly RegionMeasures[], code: MeasureCode): Map<string, number | undefined> {
  const rates = regions.map((region) => measureOf(region, code).rate)
  return new Map(
    regions.map(({ regionCode }, at) => [
      regionCode,
      rates[at] === undefined ? undefined : 1 + rates.filter((rate) => rate !== undefined && rate > rates[at]!).length,
    ]),
  )
}

/** From the caller's own region down to this one. */
export function pathTo(code: string, own: readonly string[]): string[] {
  const root = own.find((one) => code.startsWith(one)) ?? code
  return [4, 6, 9, 12].filter((length) => length >= root.length && length <= code.length).map((length) => code.slice(0, length))
}

/** A line for each region: of each measure the rate in percent and what it is made of; nothing where it was not counted. */
export function measuresSheet(
  title: string,
  regions: readonly RegionMeasures[],
  t: (key: string, words?: Record<string, string>) => string,
): Sheet {
  const names = measureCodes.map((code) => t(`official.measures.${code}.name`))
  return {
    title,
    columns: [
      { header: t('official.ranking.name') },
      ...names.flatMap((measure) => [
        { header: `${measure} (%)` },
        { header: t('official.export.counted', { measure }) },
        { header: t('official.export.of', { measure }) },
      ]),
    ],
    rows: regions.map((region) => [
      region.name,
      ...measureCodes.flatMap((code) => {
        const { rate, numerator, denominator } = measureOf(region, code)
        if (!isCounted(region, code)) return [undefined, undefined, undefined]
        return [rate === undefined ? undefined : Math.round(rate * 1000) / 10, numerator, denominator]
      }),
    ]),
  }
}
