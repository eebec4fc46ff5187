import type { Schemas } from '@/api'

export type WorklistPage = Schemas['Worklist']
export type WorklistLine = Schemas['WorklistLine']

/** The most that the service answers at a time. */
export const MaxLines = 200

/**
 * The list from its beginning, page after page, as one: all of it, or at least so many lines. What moves meanwhile stands in it once.
 *
 * @param ask A page: from the cursor on, at most so many lines.
 */
export async function linesFrom(
  ask: (cursor: string | undefined, limit: number) => Promise<WorklistPage>,
  atLeast = Number.POSITIVE_INFINITY,
): Promise<WorklistPage> {
  const first = await ask(undefined, Math.min(MaxLines, atLeast))
  let { items, cursor } = first
  while (cursor && items.length < atLeast) {
    const next = await ask(cursor, Math.min(MaxLines, atLeast - items.length))
    items = withLines(items, next.items)
    cursor = next.cursor
  }
  return { ...first, items, cursor }
}

/** A line stands for a member, or for a household as a whole. */
export const keyOf = (line: WorklistLine): string => `${line.householdId}/${line.member ?? 0}`

/** With the lines of a later page: one that moved while the pages were read stands where it was seen last. */
export function withLines(lines: readonly WorklistLine[], more: readonly WorklistLine[]): WorklistLine[] {
  const moved = new Set(more.map(keyOf))
  return [...lines.filter((line) => !moved.has(keyOf(line))), ...more]
}
