import type { Schemas } from '@/api'
import { holds, type Known } from './answers'
import type { Form } from './form'

/** What is found that calls for treatment at once, as far as it is filled in. */
export function urgentIn(form: Form, known: Known, age: number | undefined): Schemas['FormCondition'][] {
  return form.rules.decisions
    .filter(({ urgent }) => urgent)
    .flatMap(({ any }) => any ?? [])
    .filter((condition) => holds(condition, known, age))
}

/** What has to be done at once: each thing found says so. */
export function atOnce(form: Form, known: Known, age: number | undefined): Schemas['Label'][] {
  const found = urgentIn(form, known, age).flatMap(({ action }) => action ?? [])
  return found.filter((label, index) => found.findIndex((other) => other.en === label.en) === index)
}

/** Undefined where the answer hangs on an age that is not known. */
export function isInControl(form: Form, known: Known, age: number | undefined): boolean | undefined {
  const { control } = form.rules
  if (control.some(({ field }) => known[field] === undefined) || (age === undefined && control.some(({ variants }) => variants?.length)))
    return undefined
  return control.every((condition) => holds(condition, known, age))
}
