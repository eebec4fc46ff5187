import { computed, inject, provide, ref, type InjectionKey } from 'vue'
import type { FieldError } from '@/api/problem'

export interface FieldErrors {
  /** The words for one field, as the service or the form found them. */
  at(path: string): string | undefined
  /** Whether the field, or anything below it, has an error. */
  within(path: string): boolean
  /** Typing into a field takes its error, and those below it, away. */
  forget(path: string): void
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
  const within = (path: string) => errors.value.some((error) => isWithin(error.field, path))
  const shown: FieldErrors = {
    at: (path) => byField.value.get(path),
    within,
    forget(path) {
      if (within(path)) errors.value = errors.value.filter((error) => !isWithin(error.field, path))
    },
  }
  provide(fieldErrorsKey, shown)
  return { errors, ...shown }
}

/** For what is filled in otherwise than by typing into a FormField. */
export function useForget(): FieldErrors['forget'] {
  return inject(fieldErrorsKey, undefined)?.forget ?? (() => undefined)
}
