import type { Schemas } from '@/api'

export type Form = Schemas['FollowUpForm']
export type Field = Schemas['FormField']

export const fieldsOf = (form: Form): Field[] => form.sections.flatMap(({ fields }) => fields)
