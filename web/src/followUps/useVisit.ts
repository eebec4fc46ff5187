import { computed, nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FieldError, Schemas } from '@/api'
import { useFieldErrors } from '@/forms/fieldErrors'
import { useLists } from '@/referenceData/codeLists'
import { bodyOf, look, rulesOf, wrongOf, type FieldState } from './answers'
import type { Form } from './forms'
import { atOnce, isInControl } from './rules'
import { together } from './together'
import { momentOf, type VisitDraft } from './visitDraft'

/** A visit on the screen, by one form or by several at once: what is asked, what is wrong, what it calls for, and what is sent. */
export function useVisit(forms: () => readonly Form[], draft: VisitDraft, age: () => number | undefined) {
  const { t } = useI18n()
  const lists = useLists()
  const errors = useFieldErrors()
  const questions = computed(() => together(forms()))
  const answers = computed(() => questions.value.read(draft.answers))
  const rules = computed(() => rulesOf(lists.codes, draft.at))
  const seen = computed(() => look(questions.value.form, answers.value, rules.value))
  const states = computed(() => new Map(seen.value.fields.map((state) => [state.field.code, state])))
  /** What each form makes of it. */
  const parts = computed(() =>
    forms().map((form) => {
      const { fields, known } = look(form, draft.answers[form.code] ?? {}, rules.value)
      return { form, fields, urgent: atOnce(form, known, age()), inControl: isInControl(form, known, age()) }
    }),
  )
  const urgent = computed(() => {
    const labels = parts.value.flatMap((part) => part.urgent)
    return labels.filter((label, index) => labels.findIndex((other) => other.en === label.en) === index)
  })

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

  /** The visits as they are sent, one for each form; undefined where something is wrong, and then the first of it has the focus. */
  async function bodies(): Promise<Schemas['VisitRequest'][] | undefined> {
    errors.errors.value = findings()
    if (errors.errors.value.length > 0) {
      await focus()
      return undefined
    }
    return parts.value.map(({ form, fields }) => ({
      form: form.code,
      at: momentOf(draft),
      contactMode: draft.contactMode,
      answers: bodyOf(fields, draft.answers[form.code] ?? {}),
      confirmed: fields
        .filter(({ field, unlikely }) => unlikely && draft.confirmed.includes(questions.value.keyOf(form.code, field.code)))
        .map(({ field }) => field.code),
      note: draft.note.replace(/\s+/g, ' ').trim() || null,
      ...(draft.nextDueOn ? { nextDueOn: draft.nextDueOn } : {}),
    }))
  }

  /** What the service found wrong with the visits by the forms, at the questions on the page. */
  function show(found: Record<string, readonly FieldError[]>): void {
    const byField = new Map(
      Object.entries(found).flatMap(([form, all]) =>
        all.map((error) => {
          const field = error.field.replace(/^answers\.([^.[]+)/, (_path, code: string) => `answers.${questions.value.keyOf(form, code)}`)
          return [field, { ...error, field }] as const
        }),
      ),
    )
    errors.errors.value = [...byField.values()]
  }

  async function focus(): Promise<void> {
    await nextTick()
    document.querySelector<HTMLElement>('.field.wrong :is(input, select, textarea)')?.focus()
  }

  return { questions, answers, states, parts, urgent, errors, bodies, show, focus }
}
