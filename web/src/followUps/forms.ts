import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { language } from '@/i18n/language'
import { useLists, type Choice } from '@/referenceData/codeLists'
import { fetchOrCached } from '@/offline/cachedAnswer'
import type { Field, Form } from './form'

export { fieldsOf, type Field, type Form } from './form'

/** The follow-up forms, with signal or as they were kept. */
export const useForms = defineStore('forms', () => {
  const items = shallowRef<readonly Form[]>([])
  const byCode = computed(() => new Map(items.value.map((form) => [form.code, form])))
  let loading: Promise<void> | undefined

  function load(): Promise<void> {
    loading ??= fetchOrCached('forms', async () => (await answer(api.GET('/api/forms'))).data).then(
      ({ value }) => void (items.value = value.items),
      (fault: unknown) => {
        loading = undefined
        throw fault
      },
    )
    return loading
  }

  const find = (code: string | undefined): Form | undefined => (code ? byCode.value.get(code) : undefined)
  return { items, load, find }
})

const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The labels are in small letters in English, to stand within a sentence. */
export const labelOf = (labelled: { label: Schemas['Label'] }): string => raised(labelled.label[language.value])

export function choicesOf(field: Field): Choice[] {
  return field.options
    ? field.options.map((option) => ({ code: option.code, label: labelOf(option) }))
    : useLists().choices(field.list ?? '')
}
