import { computed, inject, provide, ref, shallowReactive, type InjectionKey } from 'vue'
import type { FieldError } from '@/api/problem'

export interface FieldErrors {
  /** The words for one field, as the service or the form found them. */
  at(path: string): string | undefined
  /** Whether the field, or anything below it, has an error. */
  within(path: string): boolean
  /** Typing into a field takes its error, and those below it, away. */
  forget(path: string): void
  /** Says what a field of the form is called; answers how to take that back. */
  name(path: string, label: () => string): () => void
  /** How many places have an error, and what those that are on the page are called, in the order of the service. */
  places(): { count: number; names: string[] }
}

export const fieldErrorsKey: InjectionKey<FieldErrors> = Symbol('fieldErrors')

export function isWithin(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`)
}

/** Gives every FormField below the errors of its path. */
export function useFieldErrors() {
  const errors = ref<readonly FieldError[]>([])
  const byField = computed(() => {
    const found = new Map<string, string>()
    for (const error of errors.value) if (!found.has(error.field)) found.set(error.field, error.message)
    return found
  })
  const labels = shallowReactive(new Map<string, () => string>())
  const within = (path: string) => errors.value.some((error) => isWithin(error.field, path))
  const shown: FieldErrors = {
    at: (path) => byField.value.get(path),
    within,
    forget(path) {
      if (within(path)) errors.value = errors.value.filter((error) => !isWithin(error.field, path))
    },
    name(path, label) {
      labels.set(path, label)
      return () => {
        if (labels.get(path) === label) labels.delete(path)
      }
    },
    places() {
      const fields = [...byField.value.keys()]
      const names = fields.map((field) => {
        // An error may be of a part that the form does not show as a field of its own.
        const nearest = [...labels.keys()].filter((path) => isWithin(field, path)).sort((one, other) => other.length - one.length)[0]
        return nearest === undefined ? undefined : labels.get(nearest)!()
      })
      return { count: fields.length, names: [...new Set(names.filter((name) => name !== undefined))] }
    },
  }
  provide(fieldErrorsKey, shown)
  return { errors, ...shown }
}

/** For what is filled in otherwise than by typing into a FormField. */
export function useForget(): FieldErrors['forget'] {
  return inject(fieldErrorsKey, undefined)?.forget ?? (() => undefined)
}
