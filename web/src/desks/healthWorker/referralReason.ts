import { i18n } from '@/i18n/i18n'
import { allergiesOf, doseWords, drugName } from '@/medication/drugs'
import type { Medication } from '@/medication/fetchMedication'
import { unitName } from '@/readings/unitName'
import { useLists } from '@/referenceData/codeLists'
import type { Typed } from '@/followUps/answers'
import { fieldsOf, labelOf, type Form } from '@/followUps/forms'
import { together } from '@/followUps/together'
import type { VisitDraft } from '@/followUps/visitDraft'

/** Characters that a referral's reason may have. */
const MaxReason = 1000

/** The readings of a visit as they were typed, in words. */
export function readingsOf(forms: readonly Form[], draft: VisitDraft): string[] {
  const lists = useLists()
  const asked = together(forms)
  const answers = asked.read(draft.answers)
  return fieldsOf(asked.form).flatMap((field) => {
    const typed = field.type === 'reading' ? (answers[field.code] as Typed | undefined) : undefined
    if (!typed?.value) return []
    const unit = typed.unit || lists.codes?.readings.find(({ code }) => code === field.reading)?.unit || ''
    return [[labelOf(field), typed.value, unitName(unit)].filter(Boolean).join(' ')]
  })
}

/** Why somebody is referred, as far as it is known: what was found, what is taken, and what is not borne. */
export function referralReason(findings: readonly string[], medication: Medication | undefined): string {
  const { t } = i18n.global
  const { label } = useLists()
  const join = (parts: readonly string[]): string => parts.join(t('comma'))
  const drugs = medication?.running.map((course) => `${drugName(course, label)} ${doseWords(course, label)}`) ?? []
  const allergies = medication ? allergiesOf(medication, label) : []
  const lines = [
    findings.length > 0 ? t('healthWorker.visit.found', { what: join(findings) }) : '',
    drugs.length > 0 ? t('healthWorker.visit.takes', { what: join(drugs) }) : '',
    allergies.length > 0 ? t('healthWorker.visit.allergies', { what: join(allergies) }) : '',
  ]
  return lines.filter(Boolean).join('\n').slice(0, MaxReason)
}
