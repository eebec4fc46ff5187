import { holds } from '@/followUps/answers'
import { labelOf } from '@/followUps/forms'
import { fieldsOf, type Field, type Form } from '@/followUps/form'
import type { ReadingKind } from '@/readings/reading'
import { i18n } from '@/i18n/i18n'
import { unitName } from '@/readings/unitName'

export interface LastValue {
  label: string
  /** With its unit, such as 152/94 mmHg. */
  text: string
  /** Above or below what the form asks for; empty where it is as it should be, or nothing is asked. */
  mark: '' | '↑' | '↓'
  /** To sort by. */
  figure: number
}

/** Said as one value. */
const Pair = ['systolic', 'diastolic'] as const

/** What values are held against. */
export interface Against {
  form: Form | undefined
  kinds: readonly ReadingKind[]
  age: number | undefined
}

/** What the last visit measured: what control hangs on, or where that is no figure, all that was kept. */
export function lastValuesOf(values: Record<string, number> | undefined, against: Against): LastValue[] {
  const { form } = against
  if (!form || !values) return []
  const measured = fieldsOf(form).filter(({ code }) => values[code] !== undefined)
  const decisive = measured.filter(({ code }) => form.rules.control.some(({ field, comparison }) => field === code && comparison))
  const shown = decisive.length > 0 ? decisive : measured
  const [first, second] = Pair.map((code) => shown.find((field) => field.code === code))
  const others = shown.filter((field) => !(first && second) || (field !== first && field !== second))
  const valueIn = (field: Field): LastValue => valueOf(field, values, against)
  return [...(first && second ? [pairOf(valueIn(first), valueIn(second), unitOf(first, against))] : []), ...others.map(valueIn)]
}

export const textOfValues = (values: readonly LastValue[], comma: string): string =>
  values.map(({ label, text, mark }) => [label, text, mark].filter(Boolean).join(' ')).join(comma)

/** A reading's is its kind's. */
const unitOf = (field: Field, { kinds }: Against): string => unitName(field.unit ?? kinds.find(({ code }) => code === field.reading)?.unit)

function valueOf(field: Field, values: Record<string, number>, against: Against): LastValue {
  const figure = values[field.code]!
  return {
    label: labelOf(field),
    text: [`${figure}`, unitOf(field, against)].filter(Boolean).join(' '),
    mark: markOf(field.code, values, against),
    figure,
  }
}

const pairOf = (one: LastValue, other: LastValue, unit: string): LastValue => ({
  label: i18n.global.t('record.summary.bloodPressure'),
  text: [`${one.figure}/${other.figure}`, unit].filter(Boolean).join(' '),
  mark: one.mark || other.mark,
  figure: one.figure,
})

function markOf(code: string, values: Record<string, number>, { form, age }: Against): LastValue['mark'] {
  const missed = form?.rules.control.find(
    (condition) => condition.field === code && condition.comparison !== undefined && !holds(condition, values, age),
  )
  if (!missed) return ''
  return missed.comparison === 'below' || missed.comparison === 'atMost' ? '↑' : '↓'
}
