/**
 * What a printed form is made of. A form is described as data (`forms/`), in the words and with the numbers of its official model, and
 * drawn by `parts/`. What the record does not hold is an empty line or an empty box, to be filled in by hand.
 */

/** A place to write on, with what is known. Width in characters. */
export interface Fill {
  kind: 'fill'
  text: string
  width: number
}
/** Numbered options, and boxes for the numbers of those that apply: `1男 2女 □`. */
export interface Choice {
  kind: 'choice'
  options: readonly Option[]
  numbers: readonly string[]
  boxes: number
}
export interface Option {
  number: string
  label: string
  /** A place behind the option to say which. */
  fill?: Fill
}
/** One box for each character, in groups with a dash between them. */
export interface Digits {
  kind: 'digits'
  groups: readonly (readonly string[])[]
}
/** Words of which the one that applies has a ring around it: `轻/中/重`. */
export interface Ring {
  kind: 'ring'
  words: readonly string[]
  chosen: number
}
/** Words that are spread over their width, so that the lines below each other begin alike. */
export interface Label {
  kind: 'label'
  text: string
  width: number
}
export type Piece = string | Fill | Choice | Digits | Ring | Label
export type Line = readonly Piece[]

export interface Cell {
  lines: readonly Line[]
  isHead: boolean
  span: number
  down: number
}
export type Row = readonly Cell[]

export type Block =
  /** Columns are shares of the width. */
  | { kind: 'table'; columns: readonly number[]; rows: readonly Row[] }
  | { kind: 'lines'; lines: readonly Line[]; isLarge?: boolean }
  | { kind: 'prose'; title?: string; paragraphs: readonly string[]; isLarge?: boolean }
  /** Side by side, each a name and a line to sign on, with the day. */
  | { kind: 'signatures'; of: readonly string[] }
  | { kind: 'cut'; label: string }

/** One form, on as many pages as it takes. The next one begins on a page of its own. */
export interface Sheet {
  title: string
  /** Name and record number, on every page of it. */
  person?: { name: string; recordNumber: string | undefined }
  blocks: readonly Block[]
  /** Small, below the form. */
  notes?: readonly string[]
  isCover?: boolean
  /** Long forms are printed small, so that they take the sheets that their models do. */
  isDense?: boolean
}

export const fill = (text?: string | number | null, width = 5): Fill => ({ kind: 'fill', text: String(text ?? ''), width })

/**
 * @param options As the form has them: `1无 2青霉素 5其他____`; the underlines are a place to write, as long as they are.
 * @param chosen The numbers of those that apply; undefined where nobody has asked.
 * @param more How many boxes there are, and what stands on the lines behind options, by number.
 */
export function choice(
  options: string,
  chosen?: string | readonly string[] | null,
  more: { boxes?: number; fills?: Readonly<Record<string, string | undefined>> } = {},
): Choice {
  const numbers = [chosen ?? []].flat()
  return {
    kind: 'choice',
    options: options
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((option) => optionOf(option, more.fills ?? {})),
    numbers,
    boxes: Math.max(more.boxes ?? 1, numbers.length),
  }
}

function optionOf(written: string, fills: Readonly<Record<string, string | undefined>>): Option {
  // What begins with no number is words between the options.
  const [, number = '', label = written, line = ''] = /^(\d+|[①-⑨])(.*?)(_*)$/.exec(written) ?? []
  return { number, label, ...(line ? { fill: fill(fills[number], line.length) } : {}) }
}

/** @param groups How many boxes each has. What is shorter stands at the end where `atEnd`. */
export function digits(text: string | undefined, groups: readonly number[], atEnd = false): Digits {
  const boxes = groups.reduce((sum, count) => sum + count, 0)
  const all = [...(atEnd ? (text ?? '').padStart(boxes) : (text ?? '').padEnd(boxes))].map((one) => one.trim())
  let begin = 0
  return { kind: 'digits', groups: groups.map((count) => all.slice(begin, (begin += count))) }
}

export const ring = (words: readonly string[], chosen?: unknown): Ring => ({
  kind: 'ring',
  words,
  chosen: Number(chosen ?? 0) - 1,
})

export const label = (text: string, width: number): Label => ({ kind: 'label', text, width })

/** Boxes for numbers whose options stand elsewhere. */
export const boxes = (count: number, chosen?: string | readonly string[] | null): Choice => choice('', chosen, { boxes: count })

/** Options whose boxes stand elsewhere. */
export const options = (written: string): Choice => ({ ...choice(written), boxes: 0 })

/** `2026 年 11 月 29 日`, or the places for it. */
export function dayLine(day?: string | null): Line {
  const [year = '', month = '', date = ''] = (day ?? '').slice(0, 10).split('-')
  return [fill(year, 2.5), '年', fill(month.replace(/^0/, ''), 1.5), '月', fill(date.replace(/^0/, ''), 1.5), '日']
}

/** Of a cell: a piece, a line of them, or several lines. */
export type Content = Piece | Line | readonly Line[]

interface Extent {
  span?: number
  down?: number
}

const linesOf = (content: Content): readonly Line[] => {
  if (!Array.isArray(content)) return [[content as Piece]]
  return content.every((one) => Array.isArray(one)) ? (content as readonly Line[]) : [content as Line]
}

export const head = (content: Content, { span = 1, down = 1 }: Extent = {}): Cell => ({ lines: linesOf(content), isHead: true, span, down })

export const cell = (content: Content, { span = 1, down = 1 }: Extent = {}): Cell => ({
  lines: linesOf(content),
  isHead: false,
  span,
  down,
})
