import { formName } from '@/records/forms'
import { taskName } from '@/worklists/taskName'
import { urgencyText } from '@/worklists/urgencyText'
import type { Line } from './worklist'

/** Why first: what was found, and what those say who ask; then what is to do, visits by their form and tasks by their kind, each once. */
export function toDoOf(line: Line): string {
  return [
    ...line.urgencies.slice(0, 1).map(urgencyText),
    ...line.tasks.map(({ note }) => note).filter(Boolean),
    ...line.followUps.map(({ form }) => formName(form)),
    ...new Set(line.tasks.map(taskName)),
  ].join(' · ')
}
