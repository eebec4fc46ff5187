import { day } from '@/i18n/formats'
import { i18n } from '@/i18n/i18n'
import { unitName } from '@/readings/unitName'
import { choicesOf, type Field } from './forms'

/** A kept answer in words. */
export function answerText(field: Field, answer: unknown): string {
  const { t } = i18n.global
  if (typeof answer === 'boolean') return t(answer ? 'followUps.yes' : 'followUps.no')
  if (field.type === 'date') return day(String(answer))
  if (field.type !== 'choice' && field.type !== 'choices') return [String(answer), unitName(field.unit)].filter(Boolean).join(' ')
  const choices = choicesOf(field)
  return [answer]
    .flat()
    .map((code) => choices.find((choice) => choice.code === code)?.label ?? String(code))
    .join(t('comma'))
}
