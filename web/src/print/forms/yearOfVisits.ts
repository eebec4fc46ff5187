import type { Block } from '../paper'
import type { FillIn } from '../printedForm'
import { personOf, type PrintedMember } from '../printedMember'
import { byFour, fetchVisits, visitsAmong, type Visit } from '../visits'
import { visitTable, withReferrals, type VisitRow } from './visitTable'

/** Years that are offered: this one and those before. */
const Years = 3

export interface YearForm {
  title: string
  form: string
  rows: readonly VisitRow[]
  /** What stands below the visits. */
  after?: readonly Block[]
  /** Those of the visits that the form is for. */
  isOf?: (visit: Visit) => boolean
}

const yearOf = (member: PrintedMember, form: string): string =>
  visitsAmong(member.entries?.items ?? [], form)
    .at(-1)
    ?.on.slice(0, 4) ?? member.today.slice(0, 4)

/** A record of follow-ups: four visits to a sheet, those of one year; the year of the newest where none is named. */
export const yearOfVisits =
  ({ title, form, rows, after = [], isOf = () => true }: YearForm): FillIn =>
  async (printed, of) => {
    const year = of ?? yearOf(printed, form)
    const [member, visits] = await Promise.all([withReferrals(printed), fetchVisits(printed, form, year)])
    const thisYear = Number(printed.today.slice(0, 4))
    return {
      sheets: byFour(visits.filter(isOf)).map((four) => ({
        title,
        person: personOf(printed),
        isDense: true,
        blocks: [visitTable(rows, four, member), ...after],
      })),
      variants: Array.from({ length: Years }, (_, index) => ({ of: String(thisYear - index), label: String(thisYear - index) })),
    }
  }
