import type { Schemas } from '@/api'
import { csvOf, parseCsv, unguard } from '@/files/csv'

export interface Reason {
  /** Which of the line's cells it is about; undefined where it is about the line or its household. */
  cell: number | undefined
  code: string
  message: string
  /** What would be accepted, where that is a list. */
  choices: readonly Schemas['RefusalChoice'][]
}

export interface RefusedLine {
  /** Different for every line of the file. */
  key: string
  /** Empty where the file has one sheet only. */
  sheet: string
  number: number
  cells: readonly string[]
  reasons: readonly Reason[]
}

export interface RefusedList {
  headings: readonly string[]
  lines: readonly RefusedLine[]
}

/** The file of refused lines ends with three columns of its own: the line's sheet and number, and what is wrong. */
const OwnColumns = 3

/** The lines with their cells, as the file of refused lines has them, and what is wrong with each cell. */
export function refusedListOf(csv: string, refusals: readonly Schemas['Refusal'][]): RefusedList {
  const [allHeadings = [], ...rows] = parseCsv(csv)
  const headings = allHeadings.slice(0, -OwnColumns)
  const byLine = new Map<string, Reason[]>()
  for (const { line, sheet, column, code, message, choices } of refusals) {
    const cell = column === undefined ? -1 : headings.indexOf(column)
    const reasons = byLine.get(keyOf(sheet, line)) ?? []
    reasons.push({ cell: cell < 0 ? undefined : cell, code, message, choices: choices ?? [] })
    byLine.set(keyOf(sheet, line), reasons)
  }
  const lines = rows.map((row) => {
    const [sheet, number] = [unguard(row[headings.length] ?? ''), Number(row[headings.length + 1])]
    const key = keyOf(sheet, number)
    return { key, sheet, number, cells: headings.map((_, at) => unguard(row[at] ?? '')), reasons: byLine.get(key) ?? [] }
  })
  return { headings, lines }
}

const keyOf = (sheet: string | undefined, line: number): string => `${sheet ?? ''}/${line}`

/** What somebody typed over the lines, and which they leave out. */
export interface Mending {
  cells: Record<string, Record<number, string>>
  leftOut: string[]
}

export const nothingMended = (): Mending => ({ cells: {}, leftOut: [] })

export function cellOf(line: RefusedLine, cell: number, { cells }: Mending): string {
  return cells[line.key]?.[cell] ?? line.cells[cell] ?? ''
}

/** Typing the former text again is no change. */
export function type(line: RefusedLine, cell: number, text: string, { cells }: Mending): void {
  const own = { ...cells[line.key] }
  if (text === (line.cells[cell] ?? '')) delete own[cell]
  else own[cell] = text
  if (Object.keys(own).length > 0) cells[line.key] = own
  else delete cells[line.key]
}

export const isMended = ({ cells, leftOut }: Mending): boolean => leftOut.length > 0 || Object.keys(cells).length > 0

/** The lines of the same household, by the number that the file gave it. */
export function householdOf(line: RefusedLine, { lines }: RefusedList): readonly RefusedLine[] {
  return line.cells[0] ? lines.filter(({ cells }) => cells[0] === line.cells[0]) : [line]
}

/**
 * The list to be sent again: every line at its old place, so that its number stays the one in the sender's own file (where that has several
 * sheets there is no such place). Lines that are not mended go too: what is still wrong then stands in one list, the new one.
 */
export function mendedFile({ headings, lines }: RefusedList, mending: Mending): Blob {
  const leftOut = new Set(mending.leftOut)
  const isOneSheet = new Set(lines.map(({ sheet }) => sheet)).size === 1
  const rows: string[][] = [[...headings]]
  for (const line of lines.filter(({ key }) => !leftOut.has(key))) {
    while (isOneSheet && rows.length < line.number - 1) rows.push([])
    rows.push(headings.map((_, at) => cellOf(line, at, mending)))
  }
  return csvOf(rows)
}
