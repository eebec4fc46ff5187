import type { Schemas } from '@/api'
import type { Answers } from './answers'
import type { Field, Form } from './form'

/** By form, by field: what is asked once is kept with each form that asks for it, so that forms can be added and left out. */
export type AnswersByForm = Record<string, Answers>

/** A form's own field behind a question. */
export interface Part {
  form: string
  code: string
  /** Of choices that were put together: the form's own codes, and what they are called in the question. */
  codes?: ReadonlyMap<string, string>
}

interface Question {
  key: string
  field: Field
  parts: Part[]
}

/** Several forms on one page. */
export interface Together {
  /** With a field for each question; of one form, that form. */
  form: Form
  partsOf: (key: string) => readonly Part[]
  /** The question behind a form's field. */
  keyOf: (form: string, code: string) => string
  read: (answers: AnswersByForm) => Answers
  write: (answers: AnswersByForm, key: string, answer: Answers[string]) => void
  /** What was answered before a form was added is answered for it, too. */
  spread: (answers: AnswersByForm) => void
}

type Option = Schemas['FieldOption']

/**
 * What is asked for by several forms, once: the same reading, a field of the same meaning, and choices under one name, whose options are
 * put together where each form has one for none of them.
 */
export function together(forms: readonly Form[]): Together {
  const questions: Question[] = []
  const sections: { section: Form['sections'][number]; questions: Question[] }[] = []
  for (const form of forms) {
    // A section of its own comes after the one before it in the form: what it asks may be needed further on.
    let next = 0
    for (const section of form.sections) {
      const place = sections.find((one) => one.section.code === section.code) ?? { section, questions: [] }
      if (!sections.includes(place)) sections.splice(next, 0, place)
      next = sections.indexOf(place) + 1
      for (const field of section.fields) {
        const known = questions.find((one) => one.parts.every((part) => part.form !== form.code) && isSame(one.field, field))
        if (known) join(known, form.code, field)
        else place.questions.push(added(form, field))
      }
    }
  }
  const byKey = new Map(questions.map((question) => [question.key, question]))
  const keys = new Map(questions.flatMap(({ key, parts }) => parts.map(({ form, code }) => [`${form}.${code}`, key] as const)))
  const keyOf = (form: string, code: string): string => keys.get(`${form}.${code}`) ?? code

  function added(form: Form, field: Field): Question {
    const isTaken = questions.some(({ key }) => key === field.code)
    const question: Question = {
      key: isTaken ? `${form.code}.${field.code}` : field.code,
      field: questions.some((one) => sameText(one.field.label, field.label)) ? { ...field, label: named(field, form) } : field,
      parts: [{ form: form.code, code: field.code, ...codesOf(field) }],
    }
    questions.push(question)
    return question
  }

  const read = (answers: AnswersByForm): Answers =>
    Object.fromEntries(questions.map((question) => [question.key, readFrom(question, answers)]))

  function write(answers: AnswersByForm, key: string, answer: Answers[string]): void {
    const question = byKey.get(key)
    for (const part of question?.parts ?? []) {
      const own = (answers[part.form] ??= {})
      own[part.code] = part.codes && Array.isArray(answer) ? ownOf(part.codes, answer, noneOf(question!.field)) : answer
    }
  }

  return {
    form: forms.length === 1 ? forms[0]! : { ...forms[0]!, sections: sections.map(drawn) },
    partsOf: (key) => byKey.get(key)?.parts ?? [],
    keyOf,
    read,
    write,
    spread: (answers) => {
      for (const [key, answer] of Object.entries(read(answers))) if (answer !== undefined) write(answers, key, answer)
    },
  }

  function drawn(place: (typeof sections)[number]): Form['sections'][number] {
    return {
      ...place.section,
      fields: place.questions.map(({ key, field, parts }) => ({
        ...field,
        code: key,
        ...(field.showWhen ? { showWhen: { ...field.showWhen, field: keyOf(parts[0]!.form, field.showWhen.field) } } : {}),
      })),
    }
  }
}

const sameText = (one: Schemas['Label'], other: Schemas['Label']): boolean => one.en === other.en && one['zh-CN'] === other['zh-CN']

const named = ({ label }: Field, form: Form): Schemas['Label'] => ({
  'zh-CN': `${label['zh-CN']}（${form.label['zh-CN']}）`,
  en: `${label.en} (${form.label.en})`,
})

/** The option that goes with no other. */
const noneOf = (field: Field): string | undefined => field.options?.find(({ exclusive }) => exclusive)?.code

const isOpen = (field: Field): boolean => field.type === 'choices' && noneOf(field) !== undefined

const codesOf = (field: Field): Pick<Part, 'codes'> =>
  isOpen(field) ? { codes: new Map(field.options!.map(({ code }) => [code, code])) } : {}

/** All that an answer has to keep to, but for whether there has to be one. */
const meaningOf = ({ required: _required, hint: _hint, ...field }: Field): string =>
  JSON.stringify(Object.entries(field).sort(([one], [other]) => one.localeCompare(other)))

function isSame(one: Field, other: Field): boolean {
  if (JSON.stringify(one.showWhen) !== JSON.stringify(other.showWhen)) return false
  if (one.type === 'reading' && other.type === 'reading') return one.reading === other.reading
  if (isOpen(one) && isOpen(other)) return one.code === other.code && sameText(one.label, other.label)
  return meaningOf(one) === meaningOf(other)
}

function join(question: Question, form: string, field: Field): void {
  const options: Option[] = [...(question.field.options ?? [])]
  const codes = new Map<string, string>()
  for (const option of isOpen(field) ? field.options! : []) {
    const known = options.find((one) => sameText(one.label, option.label))
    const code = known?.code ?? (options.some((one) => one.code === option.code) ? `${form}.${option.code}` : option.code)
    codes.set(option.code, code)
    if (!known) options.push({ ...option, code })
  }
  question.parts.push({ form, code: field.code, ...(codes.size > 0 ? { codes } : {}) })
  const { hint } = { hint: field.hint, ...question.field }
  question.field = {
    ...question.field,
    required: question.field.required || field.required,
    ...(hint ? { hint } : {}),
    ...(codes.size > 0 ? { options } : {}),
  }
}

function readFrom({ field, parts }: Question, answers: AnswersByForm): Answers[string] {
  const given = parts
    .map(({ form, code, codes }) => ({ answer: answers[form]?.[code], codes }))
    .filter(({ answer }) => answer !== undefined)
  if (given.length < 2 || !given[0]!.codes) return translated(given[0])
  const chosen = [...new Set(given.flatMap((one) => translated(one) as string[]))]
  const found = chosen.filter((code) => code !== noneOf(field))
  return found.length > 0 ? found : chosen
}

const translated = (given: { answer: Answers[string]; codes: Part['codes'] | undefined } | undefined): Answers[string] =>
  given && given.codes && Array.isArray(given.answer) ? given.answer.map((code) => given.codes!.get(code) ?? code) : given?.answer

/** What a form knows of it; where that is nothing of what was found, none. */
function ownOf(codes: ReadonlyMap<string, string>, answer: readonly string[], none: string | undefined): string[] {
  const own = [...codes].filter(([, code]) => answer.includes(code)).map(([code]) => code)
  const ownNone = [...codes].find(([, code]) => code === none)?.[0]
  return own.length === 0 && answer.length > 0 && ownNone ? [ownNone] : own
}
