import { i18n } from '@/i18n/i18n'

/** A follow-up form's name; one that the app does not know yet is called by its code. */
export function formName(form: string): string {
  const { t, te } = i18n.global
  return te(`forms.${form}`) ? t(`forms.${form}`) : form
}
