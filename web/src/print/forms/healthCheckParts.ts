import type { Schemas } from '@/api'
import { cell, head, type Cell, type Content, type Row } from '../paper'

/** A report's values by test, those of a check. */
export type Results = ReadonlyMap<string, Schemas['TestValue']>

/** Columns: what it is about, what is asked, and four for the answers. */
export const columns = [8, 14, 19.5, 19.5, 19.5, 19.5]

export interface Asked {
  label: string
  content: Content
}

export const ask = (label: string, content: Content): Asked => ({ label, content })

/** What is asked about one thing, one line below the other. */
export const group = (name: string, asked: readonly Asked[]): Row[] =>
  asked.map(({ label, content }, index) => [
    ...(index === 0 ? [head(name, { down: asked.length })] : []),
    head(label),
    cell(content, { span: 4 }),
  ])

/** Two things beside each other. */
export const beside = (one: Asked, other: Asked): Cell[] => [
  head(one.label),
  cell(one.content),
  head(other.label),
  cell(other.content, { span: 2 }),
]
