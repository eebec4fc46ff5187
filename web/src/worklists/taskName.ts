import { dotted } from '@/i18n/formats'
import type { Schemas } from '@/api'
import { language } from '@/i18n/language'
import { useLists } from '@/referenceData/codeLists'

/** What there is to do: an activity of a plan by its own name and discipline, all else by its kind. */
export function taskName({ kind, label, discipline }: Pick<Schemas['HouseholdTask'], 'kind' | 'label' | 'discipline'>): string {
  const lists = useLists()
  const what = label ? label[language.value] : lists.label('taskKind', kind)
  return dotted(what, lists.label('discipline', discipline))
}
