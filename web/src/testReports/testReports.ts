import type { Schemas } from '@/api'
import { momentInChina } from '@/i18n/time'
import type { Tone } from '@/components/ToneTag.vue'
import type { Band } from '@/records/bands'

export type Flag = Schemas['TestValue']['flag']

export const toneOf: Record<Flag, Tone> = {
  normal: 'good',
  low: 'notice',
  high: 'notice',
  criticalLow: 'danger',
  criticalHigh: 'danger',
  unjudged: 'calm',
}

export interface ValueRow {
  code: string
  value: string
  unit: string
  low: string
  high: string
}

export interface ReportForm {
  takenAt: string
  source: string
  laboratory: string
  note: string
  values: ValueRow[]
}

export const emptyRow = (): ValueRow => ({ code: '', value: '', unit: '', low: '', high: '' })

/** @param now As the clock in Meizhou shows it: `2026-11-22T09:30`. */
export const emptyReport = (now: string): ReportForm => ({ takenAt: now, source: '', laboratory: '', note: '', values: [emptyRow()] })

const numberOf = (text: string | number): number | undefined =>
  String(text).trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text)

/** What is left out the service names, each at its field. */
export function bodyOf({ takenAt, source, laboratory, note, values }: ReportForm): Schemas['TestReportRequest'] {
  const moment = momentInChina(takenAt)
  return {
    ...(moment ? { takenAt: moment } : {}),
    source,
    ...(laboratory.trim() ? { laboratory: laboratory.trim() } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    values: values.map(({ code, value, unit, low, high }) => {
      const numbers = { value: numberOf(value), low: numberOf(low), high: numberOf(high) }
      return { code, ...(unit ? { unit } : {}), ...Object.fromEntries(Object.entries(numbers).filter(([, one]) => one !== undefined)) }
    }),
  } as Schemas['TestReportRequest']
}

/** By the service's names of the fields. */
export const requiredOf = ({ takenAt, source, values }: ReportForm): Record<string, unknown> => ({
  takenAt: momentInChina(takenAt),
  source,
  ...Object.fromEntries(
    values.flatMap(({ code, value }, index) => [
      [`values[${index}].code`, code],
      [`values[${index}].value`, numberOf(value)],
    ]),
  ),
})

export const unitsOf = (test: Schemas['LabTest'] | undefined): string[] =>
  test ? [test.unit, ...(test.otherUnits ?? []).map(({ unit }) => unit)] : []

/** The range that the newest value was judged by, as the band of a chart. */
export function bandOf(points: Schemas['Trend']['points']): Band[] {
  const { low, high } = points[0] ?? {}
  return low === undefined && high === undefined
    ? []
    : [{ kind: 'target', ...(low === undefined ? {} : { from: low }), ...(high === undefined ? {} : { to: high }) }]
}
