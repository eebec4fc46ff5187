import type { Schemas } from '@/api'
import type { Block, Choice, Line, Piece, Sheet } from '@/print/paper'
import type { PrintedMember } from '@/print/printedMember'
import { codeLists } from './seeds'

const member = { number: 1, name: '示例', sex: '1', bornOn: '1952-02-03', relationship: '0', conditions: [] }
const household = { id: 'h1', members: [member], team: [], registrationNumber: 'TEST000001', villageCode: '441402004001' }

/** Somebody of whom the record knows next to nothing, and what a test tells of him. */
export const printedMember = (known: Partial<PrintedMember> = {}): PrintedMember => ({
  key: { householdId: 'h1', member: 1 },
  household: household as unknown as Schemas['Household'],
  member: member as Schemas['Member'],
  record: undefined,
  entries: { items: [] },
  carePlan: undefined,
  medication: undefined,
  county: '',
  township: '',
  village: '',
  address: '',
  physician: undefined,
  today: '2026-11-29',
  label: (list, code) => (code ? (codeLists[list]?.find((item) => item.code === code)?.['zh-CN'] ?? code) : ''),
  isOld: false,
  ...known,
})

/** The morning of a day, in China. */
export const at = (day: string) => `${day}T08:00:00+08:00`

/** A visit as an entry of the record. */
export const visitEntry = (form: string, at: string, answers: Record<string, unknown>, facts: Record<string, unknown> = {}) =>
  ({ id: `${form}-${at}`, at, kind: 'visit', by: '', reference: form, readings: [], facts: { answers, ...facts } }) as Schemas['Entry']

export const linesOf = (block: Block): readonly Line[] =>
  block.kind === 'table' ? block.rows.flat().flatMap(({ lines }) => lines) : block.kind === 'lines' ? block.lines : []

export const piecesOf = (sheets: readonly Sheet[]): Piece[] => sheets.flatMap(({ blocks }) => blocks.flatMap(linesOf)).flat()

export const choicesOf = (sheets: readonly Sheet[]): Choice[] =>
  piecesOf(sheets).filter((piece): piece is Choice => typeof piece === 'object' && piece.kind === 'choice')

/** All that stands on the paper, filled in or printed. */
export const wordsOf = (sheets: readonly Sheet[]): string =>
  piecesOf(sheets)
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if (piece.kind === 'fill' || piece.kind === 'label') return piece.text
      if (piece.kind === 'choice')
        return `${piece.options.map(({ number, label }) => `${number}${label}`).join(' ')}[${piece.numbers.join('/')}]`
      return piece.kind === 'digits' ? piece.groups.map((group) => group.join('')).join('-') : piece.words[piece.chosen]
    })
    .join(' ')
