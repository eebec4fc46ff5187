import { canonical, type ReadingKind } from '@/readings/reading'
import type { Rules } from './check'
import type { ValidationErrors } from './validationErrors'
import type { ReadingForm } from './form'

export { canonical, type ReadingKind }

export function checkReadings(findings: ValidationErrors, readings: Record<string, ReadingForm>, rules: Rules): void {
  for (const [code, reading] of Object.entries(readings)) {
    if (reading.value.trim() === '') continue
    const kind = rules.codes?.readings.find((one) => one.code === code)
    const value = kind ? canonical(kind, reading) : Number(reading.value)
    if (value === undefined || Number.isNaN(value)) findings.add(`readings.${code}.value`, 'number')
    else if (kind && (value < kind.possible.from || value > kind.possible.to)) {
      findings.add(`readings.${code}.value`, 'reading-impossible', { from: kind.possible.from, to: kind.possible.to, unit: kind.unit })
    }
    // A phone's clock may be a little fast: the service allows ten minutes.
    if (reading.takenAt && new Date(reading.takenAt).getTime() > rules.now.getTime() + 600_000)
      findings.add(`readings.${code}.takenAt`, 'in-the-future')
  }
}

/** Possible, but to be asked about. */
export function isUnlikely(kind: ReadingKind, reading: ReadingForm): boolean {
  const value = canonical(kind, reading)
  return (
    value !== undefined && (value < kind.likely.from || value > kind.likely.to) && value >= kind.possible.from && value <= kind.possible.to
  )
}
