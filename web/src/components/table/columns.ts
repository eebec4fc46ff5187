import type { CellValue, Sheet } from '@/files/sheet'

/** A column of a table: what it is called, what it sorts and exports by, and how it looks. */
export interface Column<T> {
  /** Also names its slot, `cell-…`, where a text does not say it all. */
  id: string
  header: string
  /** What it sorts and exports by; undefined where there is nothing, which stands last. */
  value: (row: T) => CellValue
  /** As people read it; without it, the value. */
  text?: (row: T) => string
  /** In rem: its share of the table, of which others get what it does not need; below the sum of all the table scrolls sideways. */
  width: number
  /** Figures are read from their last digit. */
  isFigure?: boolean
  /** The values are days, such as 2026-11-29. */
  isDay?: boolean
  /** Shown only when somebody chooses it. */
  isExtra?: boolean
}

export const textOf = <T>(column: Column<T>, row: T): string => column.text?.(row) ?? `${column.value(row) ?? '–'}`

/**
 * What is exported of a table: figures and days as such, so that a spreadsheet can reckon with them, everything else as people read it.
 */
export function sheetOf<T>(title: string, columns: readonly Column<T>[], rows: readonly T[]): Sheet {
  const cellOf = (column: Column<T>, row: T): CellValue => {
    const value = column.value(row)
    return column.isFigure || column.isDay || value === undefined ? value : textOf(column, row)
  }
  return {
    title,
    columns: columns.map(({ header, isDay }) => ({ header, isDay })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
  }
}

/** In the order of the language, pinyin in Chinese; figures by their size. */
export function comparing(language: string): (left: CellValue, right: CellValue) => number {
  const collator = new Intl.Collator(language, { numeric: true })
  return (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(`${left ?? ''}`, `${right ?? ''}`)
}
