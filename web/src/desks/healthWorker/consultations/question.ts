import type { Schemas } from '@/api'

/** What a health worker measures at the door. */
export const readingFields = [
  { code: 'systolic', unit: 'mmHg' },
  { code: 'diastolic', unit: 'mmHg' },
  { code: 'fastingGlucose', unit: 'mmol/L' },
  { code: 'temperature', unit: '°C' },
] as const

export interface Question {
  kind: 'medication' | 'guidance'
  /** Empty for a new complaint. */
  condition: string
  symptoms: string[]
  text: string
  readings: Record<string, number | ''>
}

export function emptyQuestion(): Question {
  return {
    kind: 'medication',
    condition: '',
    symptoms: [],
    text: '',
    readings: Object.fromEntries(readingFields.map(({ code }) => [code, ''])),
  }
}

export function questionBody({ kind, condition, symptoms, text, readings }: Question): Schemas['StartConsultationRequest'] {
  const taken = readingFields.flatMap(({ code, unit }) =>
    typeof readings[code] === 'number' ? [{ code, value: readings[code] as number, unit, takenAt: new Date().toISOString() }] : [],
  )
  return {
    kind,
    text,
    ...(kind === 'guidance' ? { ...(condition ? { condition } : {}), symptoms } : {}),
    ...(taken.length > 0 ? { readings: taken } : {}),
  }
}

/** The form of a question that was taken back. */
export function questionOf(body: Schemas['StartConsultationRequest']): Question {
  const form = emptyQuestion()
  for (const { code, value } of body.readings ?? []) form.readings[code] = value
  return { ...form, kind: body.kind, condition: body.condition ?? '', symptoms: [...(body.symptoms ?? [])], text: body.text }
}
