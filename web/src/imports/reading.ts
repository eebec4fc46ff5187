import type { Schemas } from '@/api'

export type Reading = Schemas['ImportReading']
export type Sheet = Schemas['ImportSheet']
export type ColumnName = Schemas['ImportColumnName']

/** What somebody decides about a file. A use of `''` is "not used"; where there is none, it has yet to be decided. */
export interface Choice {
  sheets: Record<number, { isUsed: boolean; uses: Record<number, ColumnName | '' | undefined> }>
  values: Record<string, string>
}

export function choiceOf({ sheets, values }: Reading): Choice {
  return {
    sheets: Object.fromEntries(
      sheets.map((sheet) => [
        sheet.place,
        {
          isUsed: sheet.used,
          uses: Object.fromEntries(sheet.columns.map(({ place, use, decided }) => [place, use ?? (decided ? '' : undefined)])),
        },
      ]),
    ),
    values: { ...values },
  }
}

/** The columns of the sheets in use that somebody still has to decide about. */
export function undecided({ sheets }: Reading, choice: Choice): { sheet: Sheet; column: Schemas['ImportSheetColumn'] }[] {
  return sheets
    .filter(({ place }) => choice.sheets[place]?.isUsed)
    .flatMap((sheet) =>
      sheet.columns.filter(({ place }) => choice.sheets[sheet.place]?.uses[place] === undefined).map((column) => ({ sheet, column })),
    )
}

export function confirmationOf({ sheets, values }: Choice): Schemas['ConfirmImportRequest'] {
  return {
    sheets: Object.entries(sheets)
      .filter(([, { isUsed }]) => isUsed)
      .map(([place, { uses }]) => ({
        place: Number(place),
        columns: Object.entries(uses).flatMap(([column, use]) => (use ? [{ place: Number(column), use }] : [])),
      })),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
  }
}
