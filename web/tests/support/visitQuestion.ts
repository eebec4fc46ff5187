import { defineComponent, h, nextTick, ref } from 'vue'
import readings from '../../../seeds/codes/readings.json'
import type { Schemas } from '@/api'
import { look, type Answers } from '@/followUps/answers'
import type { Form } from '@/followUps/form'
import VisitField from '@/followUps/VisitField.vue'
import { useFieldErrors } from '@/forms/fieldErrors'
import { useLists } from '@/referenceData/codeLists'
import { useAround } from './mounted'
import { codeLists } from './seeds'

/** The same words in both languages. */
export const label = (text: string) => ({ 'zh-CN': text, en: text })
export const option = (code: string, more: Partial<Schemas['FieldOption']> = {}) => ({
  code,
  label: label(`项${code}`),
  exclusive: false,
  danger: false,
  ...more,
})

/** Asks a question as a visit's form draws it: what is typed comes back in, and is looked at live. */
export function useVisitQuestion() {
  const around = useAround()

  function ask(field: Partial<Schemas['FormField']>, given?: Answers[string], wrong?: string) {
    const question = { code: 'q', label: label('问题'), required: false, ...field } as Schemas['FormField']
    const form = { sections: [{ code: 's', label: label('s'), fields: [question] }] } as unknown as Form
    const answer = ref(given)
    const confirmed = ref(false)
    const Page = defineComponent(() => {
      useLists().codes = { lists: codeLists, readings: readings.items } as never
      if (wrong) useFieldErrors().errors.value = [{ field: 'answers.q', code: 'required', message: wrong }]
      return () =>
        h(VisitField, {
          state: look(form, { q: answer.value }, { kinds: readings.items as never, lists: codeLists, on: '2026-11-22' }).fields[0]!,
          modelValue: answer.value,
          'onUpdate:modelValue': (value: Answers[string]) => (answer.value = value),
          confirmed: confirmed.value,
          'onUpdate:confirmed': (value: boolean) => (confirmed.value = value),
        })
    })
    around.draw(Page)
    return { answer, confirmed }
  }

  return ask
}

export async function type(control: HTMLInputElement, value: string, event = 'input'): Promise<void> {
  control.value = value
  control.dispatchEvent(new Event(event, { bubbles: true }))
  await nextTick()
}

export async function tap(control: HTMLInputElement, isOn = true): Promise<void> {
  control.checked = isOn
  control.dispatchEvent(new Event('change', { bubbles: true }))
  await nextTick()
}
