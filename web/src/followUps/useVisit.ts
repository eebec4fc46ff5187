import { computed, nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FieldError, Schemas } from '@/api'
import { useFieldErrors } from '@/forms/fieldErrors'
import { useLists } from '@/referenceData/codeLists'
import { bodyOf, look, rulesOf, wrongOf, type FieldState } from './answers'
import type { Form } from './forms'
import { atOnce, isInControl } from './rules'
import { momentOf, type VisitDraft } from './visitDraft'

/** A visit on the screen: what is asked, what is wrong, what it calls for, and the body to be sent. */
export function useVisit(form: Form, draft: VisitDraft, age: () => number | undefined) {
  const { t } = useI18n()
  const lists = useLists()
  const errors = useFieldErrors()
  const seen = computed(() => look(form, draft.answers, rulesOf(lists.codes, draft.at)))
  const states = computed(() => new Map(seen.value.fields.map((state) => [state.field.code, state])))
  const urgent = computed(() => atOnce(form, seen.value.known, age()))
  const inControl = computed(() => isInControl(form, seen.value.known, age()))

  function findings(): FieldError[] {
    const found = seen.value.fields.flatMap((state) => {
      const code = wrongOf(state, draft.confirmed)
      return code ? [{ field: `answers.${state.field.code}`, code, message: answerText(state, code) }] : []
    })
    if (!draft.contactMode) found.unshift({ field: 'contactMode', code: 'required', message: t('followUps.checks.required') })
    if (!draft.at) found.unshift({ field: 'at', code: 'required', message: t('followUps.checks.required') })
    return found
  }

  const answerText = (state: FieldState, code: string): string => t(`followUps.checks.${code}`, state.wrong?.values ?? {})

  /** The visit as it is sent; undefined where something is wrong, and then the first of it has the focus. */
  async function body(): Promise<Schemas['VisitRequest'] | undefined> {
    errors.errors.value = findings()
    if (errors.errors.value.length > 0) {
      await focus()
      return undefined
    }
    return {
      form: form.code,
      at: momentOf(draft),
      contactMode: draft.contactMode,
      answers: bodyOf(seen.value.fields, draft.answers),
      confirmed: draft.confirmed.filter((code) => states.value.get(code)?.unlikely),
      note: draft.note.replace(/\s+/g, ' ').trim() || null,
      ...(draft.nextDueOn ? { nextDueOn: draft.nextDueOn } : {}),
    }
  }

  async function focus(): Promise<void> {
    await nextTick()
    document.querySelector<HTMLElement>('.field.wrong :is(input, select, textarea)')?.focus()
  }

  return { states, urgent, inControl, errors, body, focus }
}
