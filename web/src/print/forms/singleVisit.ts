import type { Row, Sheet } from '../paper'
import type { FillIn } from '../printedForm'
import { personOf, type PrintedMember } from '../printedMember'
import { fetchLatest, type Visit } from '../visits'
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
    const [member, { visits, visit }] = await Promise.all([withReferrals(printed), fetchLatest(printed, form, of, isOf)])
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
