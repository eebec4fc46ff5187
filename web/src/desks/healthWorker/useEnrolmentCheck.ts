import { useI18n } from 'vue-i18n'
import type { FieldError } from '@/api'
import { today } from '@/i18n/formats'
import { checkHousehold } from './enrolment/check'
import type { HouseholdForm } from './enrolment/form'
import { useLists } from '@/referenceData/codeLists'

/** The findings of a form, in words. */
export function useEnrolmentCheck(): (form: HouseholdForm) => FieldError[] {
  const { t } = useI18n()
  const lists = useLists()
  return (form) =>
    checkHousehold(form, { codes: lists.codes, today: today(), now: new Date() }).map(({ field, code, values }) => ({
      field,
      code,
      message: t(`healthWorker.checks.${code}`, values ?? {}),
    }))
}
