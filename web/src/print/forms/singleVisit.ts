import type { Row, Sheet } from '../paper'
import type { FillIn } from '../printedForm'
import { personOf, type PrintedMember } from '../printedMember'
import { visitsAmong, type Visit } from '../visits'
import { withReferrals, type Visited } from './visitTable'

export interface SingleForm {
  title: string
  form: string
  columns: readonly number[]
  rows: (visit: Visit | undefined, member: Visited) => readonly Row[]
  isOf?: (visit: Visit) => boolean
  more?: (visit: Visit | undefined, member: PrintedMember) => Partial<Sheet>
}

/** A form of one visit: the newest, or the one that is named. Blank where there was none yet. */
export const singleVisit =
  ({ title, form, columns, rows, isOf = () => true, more = () => ({}) }: SingleForm): FillIn =>
  async (printed, of) => {
    const visits = visitsAmong(printed.entries?.items ?? [], form).filter(isOf)
    const visit = of ? visits.find(({ id }) => id === of) : visits.at(-1)
    const member = await withReferrals(printed)
    return {
      sheets: [
        {
          title,
          person: personOf(printed),
          isDense: true,
          blocks: [{ kind: 'table', columns, rows: rows(visit, member) }],
          ...more(visit, printed),
        },
      ],
      variants: [...visits].reverse().map(({ id, on }) => ({ of: id, label: on })),
    }
  }
