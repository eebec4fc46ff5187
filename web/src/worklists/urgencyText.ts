import { dotted, tick } from '@/i18n/formats'
import { i18n } from '@/i18n/i18n'
import { unitName } from '@/readings/unitName'
import { formName } from '@/records/forms'
import { useLists } from '@/referenceData/codeLists'
import type { Urgency } from '@/worklists/toDo'

/** What was found, and when: the reason why somebody is urgent. */
export function urgencyText({ reading, value, on, form }: Urgency): string {
  const lists = useLists()
  const unit = lists.codes?.readings.find(({ code }) => code === reading)?.unit
  const what = reading
    ? [lists.label('readings', reading), value, unit && unitName(unit)].filter((part) => part !== undefined && part !== '').join(' ')
    : dotted(i18n.global.t('followUps.dangerSign'), form && formName(form))
  return i18n.global.t('followUps.found', { what, day: tick(Date.parse(on), false) })
}
