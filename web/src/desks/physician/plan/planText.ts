import { useI18n } from 'vue-i18n'
import { dotted, day } from '@/i18n/formats'
import { language } from '@/i18n/language'
import { useLists } from '@/referenceData/codeLists'
import { unitName } from '@/readings/unitName'
import { formName } from '@/records/forms'
import type { Item } from './merge'

const lists = {
  kind: 'activityKind',
  discipline: 'discipline',
  reading: 'readings',
  disciplines: 'discipline',
  conditions: 'conditions',
  batches: 'batch',
} as Record<string, string>
const days = new Set(['by', 'startsOn', 'endsOn'])

/** What stands in a plan, in words. */
export function usePlanText() {
  const { t } = useI18n()
  const known = useLists()

  function value(field: string, given: unknown): string {
    if (given === undefined || given === null) return '–'
    if (Array.isArray(given)) return given.map((one) => value(field, one)).join(t('comma')) || '–'
    if (typeof given === 'object') return String((given as Record<string, unknown>)[language.value] ?? '')
    const text = String(given)
    if (lists[field]) return known.label(lists[field], text)
    if (days.has(field)) return day(text)
    if (field === 'status') return t(`plan.status.${text}`)
    if (field === 'comparison') return t(`plan.comparison.${text}`)
    if (field === 'pathway' || field === 'pathways') return known.label('pathway', text)
    return text
  }

  /** One goal, activity or visit in a line. */
  function line(item: Item | undefined): string {
    if (!item) return t('physician.plan.merge.notThere')
    if ('form' in item)
      return [
        formName(item.form),
        t('plan.every', { days: item.everyDays }, item.everyDays),
        t('plan.aYear', { visits: item.visitsPerYear }),
      ].join(' · ')
    if ('reading' in item)
      return dotted(
        `${known.label('readings', item.reading)} ${t(`plan.comparison.${item.comparison}`)} ${item.target} ${unitName(item.unit)}`,
        t('plan.by', { day: day(item.by) }),
        item.text,
      )
    const span = item.endsOn
      ? t('plan.fromTo', { from: day(item.startsOn), to: day(item.endsOn) })
      : t('plan.from', { day: day(item.startsOn) })
    return [
      item.text,
      known.label('activityKind', item.kind),
      known.label('discipline', item.discipline),
      t('plan.every', { days: item.everyDays }, item.everyDays),
      span,
      item.instructions,
    ].join(' · ')
  }

  return { value, line }
}
