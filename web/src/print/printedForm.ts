import type { Sheet } from './paper'
import type { PrintedMember } from './printedMember'

/** Another one of the same form: another year, another visit. */
export interface Variant {
  of: string
  label: string
}

export interface FilledForm {
  sheets: readonly Sheet[]
  variants?: readonly Variant[]
}

/**
 * A form, filled from what the service knows.
 * @param of Which one, where there are several: a visit, a year, a referral. The newest where it is left out.
 */
export type FillIn = (member: PrintedMember, of: string | undefined) => FilledForm | Promise<FilledForm>
