import type { Cell as SheetCell } from 'write-excel-file/universal'
import { csvOf } from './csv'

/** A text, a number, or a day such as 2026-11-29; undefined where there is nothing. */
export type CellValue = string | number | undefined

/** What is exported: the same for every format. */
export interface Sheet {
  /** Its tab in the workbook; of the file's name too. */
  title: string
  columns: readonly { header: string; isDay?: boolean | undefined }[]
  rows: readonly (readonly CellValue[])[]
}

export type SheetFormat = 'xlsx' | 'csv'

/** A spreadsheet allows no more in the name of a tab, and none of these signs. */
const tabName = (title: string): string => title.replace(/[[\]*?/\\:]/g, ' ').slice(0, 31)

export async function fileOf(sheet: Sheet, format: SheetFormat): Promise<Blob> {
  if (format === 'xlsx') return xlsxOf(sheet)
  return csvOf([sheet.columns.map(({ header }) => header), ...sheet.rows.map((row) => row.map((cell) => `${cell ?? ''}`))])
}

/** Texts stay texts, so that no identifier loses a digit and nothing is computed; numbers and days are such, so that they can be. */
async function xlsxOf({ title, columns, rows }: Sheet): Promise<Blob> {
  // The form without a worker from a blob: address, which the content security policy does not let be.
  const { default: write } = await import('write-excel-file/universal')
  const heads = columns.map(({ header }): SheetCell => ({ value: header, fontWeight: 'bold' }))
  const cellOf = (value: CellValue, isDay: boolean | undefined): SheetCell => {
    if (value === undefined || value === '') return null
    if (typeof value === 'number') return { value, type: Number }
    if (isDay) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    return { value, type: String }
  }
  const widths = columns.map(({ header }, at) => ({ width: widthOf([header, ...rows.slice(0, 200).map((row) => row[at])]) }))
  return write([heads, ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!.isDay)))], {
    sheet: tabName(title),
    columns: widths,
    stickyRowsCount: 1,
  }).toBlob()
}

/** In letters; a Chinese character is as wide as two. */
function widthOf(cells: readonly CellValue[]): number {
  const lengths = cells.map((cell) => [...`${cell ?? ''}`].reduce((sum, sign) => sum + (sign > '\u2E7F' ? 2 : 1), 0))
  return Math.min(50, Math.max(8, ...lengths) + 2)
}
