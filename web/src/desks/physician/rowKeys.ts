/** Which row a key leads to; undefined where the key is none of a list's. */
export function rowAfter(key: string, at: number, count: number, page = 10): number | undefined {
  const last = count - 1
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: last }[key]
  return to === undefined || last < 0 ? undefined : Math.min(last, Math.max(0, to))
}
