import type { Schemas } from '@/api'
import { csvOf, parseCsv, unguard } from '@/files/csv'

export interface Reason {
  /** Which of the line's cells it is about; undefined where it is about the line or its household. */
  cell: number | undefined
  code: string
  message: string
}

export interface RefusedLine {
  number: number
  cells: readonly string[]
  reasons: readonly Reason[]
}

export interface RefusedList {
  headings: readonly string[]
  lines: readonly RefusedLine[]
}

/** The file of refused lines ends with two columns of its own: the line's number and what is wrong. */
const OwnColumns = 2

/** The lines with their cells, as the file of refused lines has them, and what is wrong with each cell. */
export function refusedListOf(csv: string, refusals: readonly Schemas['Refusal'][]): RefusedList {
  const [allHeadings = [], ...rows] = parseCsv(csv)
  const headings = allHeadings.slice(0, -OwnColumns)
  const byLine = new Map<number, Reason[]>()
  for (const { line, column, code, message } of refusals) {
    const cell = column === undefined ? -1 : headings.indexOf(column)
    const reasons = byLine.get(line) ?? []
    reasons.push({ cell: cell < 0 ? undefined : cell, code, message })
    byLine.set(line, reasons)
  }
  const lines = rows.map((row) => {
    const number = Number(row[headings.length])
    return { number, cells: headings.map((_, at) => unguard(row[at] ?? '')), reasons: byLine.get(number) ?? [] }
  })
  return { headings, lines }
}

/** What somebody typed over the lines, and which they leave out. */
export interface Mending {
  cells: Record<number, Record<number, string>>
  leftOut: number[]
}

export const nothingMended = (): Mending => ({ cells: {}, leftOut: [] })

export function cellOf(line: RefusedLine, cell: number, { cells }: Mending): string {
  return cells[line.number]?.[cell] ?? line.cells[cell] ?? ''
}

/** Typing the former text again is no change. */
export function type(line: RefusedLine, cell: number, text: string, { cells }: Mending): void {
  const own = { ...cells[line.number] }
  if (text === (line.cells[cell] ?? '')) delete own[cell]
  else own[cell] = text
  if (Object.keys(own).length > 0) cells[line.number] = own
  else delete cells[line.number]
}

export const isMended = ({ cells, leftOut }: Mending): boolean => leftOut.length > 0 || Object.keys(cells).length > 0

/** The lines of the same household, by the number that the file gave it. */
export function householdOf(line: RefusedLine, { lines }: RefusedList): readonly RefusedLine[] {
  return line.cells[0] ? lines.filter(({ cells }) => cells[0] === line.cells[0]) : [line]
}

/**
 * The list to be sent again: every line at its old place, so that its number stays the one in the sender's own file. Lines that are
 * not mended go too: what is still wrong then stands in one list, the new one.
 */
export function mendedFile({ headings, lines }: RefusedList, mending: Mending): Blob {
  const leftOut = new Set(mending.leftOut)
  const rows: string[][] = [[...headings]]
  for (const line of lines.filter(({ number }) => !leftOut.has(number))) {
    while (rows.length < line.number - 1) rows.push([])
    rows.push(headings.map((_, at) => cellOf(line, at, mending)))
  }
  return csvOf(rows)
}
