import type { Schemas } from '@/api'
import type { Form } from '@/followUps/form'

const formFiles = import.meta.glob<Form>('../../../seeds/forms/*.json', { eager: true, import: 'default' })
const codeFiles = import.meta.glob<{ items: Schemas['CodeItem'][] }>('../../../seeds/codes/*.json', { eager: true, import: 'default' })

/** The forms of the seeds by code. */
export const forms: Readonly<Record<string, Form>> = Object.fromEntries(Object.values(formFiles).map((form) => [form.code, form]))

/** The code lists of the seeds by name, as the service gives them. */
export const codeLists: Schemas['Codes']['lists'] = Object.fromEntries(
  Object.entries(codeFiles).map(([file, { items }]) => [file.replace(/^.*\/|\.json$/g, ''), items]),
)
