/** Rows of a CSV text (RFC 4180), the byte order mark left out. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const character = text[at]!
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') cell += text[at++]
      else isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === ',') {
      row.push(cell)
      cell = ''
    } else if (character === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else if (character !== '\r') cell += character
  }
  if (cell || row.length > 0) rows.push([...row, cell])
  return rows
}

/** As a spreadsheet opens it: UTF-8 that says so, and no cell that it would compute, round or take for a date. */
export function csvOf(rows: readonly (readonly string[])[]): Blob {
  return new Blob(['\uFEFF', ...rows.map((row) => `${row.map((cell) => quote(guard(cell))).join(',')}\r\n`)], {
    type: 'text/csv;charset=utf-8',
  })
}

/** The apostrophe that says "this is text" is for spreadsheets, not for people. */
export function unguard(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

function guard(cell: string): string {
  const isInterpreted =
    /\d/.test(cell) &&
    /^[\d\s.,:/\\\-+()%¥￥$€eE年月日时分秒点上下午AaPpMm]+$/.test(cell) &&
    !/^(0|[1-9]\d{0,10})(\.\d{0,5}[1-9])?$/.test(cell)
  return /^[=+\-@\t\r|＝＋－＠]/.test(cell) || isInterpreted || /^(true|false)$/i.test(cell) ? `'${cell}` : cell
}

function quote(cell: string): string {
  // One row stays one line, so that line numbers hold.
  const line = cell.replace(/[\r\n]+/g, ' ')
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}
