import { computed, shallowRef, watch, type Ref } from 'vue'

/** In pixels. */
const Arrow = 12

interface Wish {
  id: string
  /** Its share of the table, in pixels. */
  width: number
  /** What its head and its rows take, in pixels. */
  natural: number
}

/**
 * The widths at which as many columns as can be are shown whole: what one does not need of its share goes to those that are cut, the
 * least cut first, so that a state or a day is whole before a long text is. What nobody needs is shared.
 */
export function fitted(wishes: readonly Wish[], room: number): ReadonlyMap<string, number> {
  const sum = wishes.reduce((all, { width }) => all + width, 0)
  const widths = new Map(wishes.map(({ id, width, natural }) => [id, Math.min(width, natural)]))
  let left = Math.max(room, sum) - [...widths.values()].reduce((all, width) => all + width, 0)
  const cut = wishes
    .filter(({ width, natural }) => natural > width)
    .sort((one, other) => one.natural - one.width - other.natural + other.width)
  for (const { id, width, natural } of cut) {
    const more = Math.min(left, natural - width)
    widths.set(id, width + more)
    left -= more
  }
  return new Map(wishes.map(({ id, width }) => [id, widths.get(id)! + (left * width) / sum]))
}

/**
 * The widths of a table's columns by what is in them: words differ in length with the language.
 * @param box Around the table.
 * @param room Its inner width, without the column of the marks.
 * @param shown The columns with their shares.
 * @param changed What the widths depend on. Not on the scrolling and the order: a column does not move under the reader.
 */
export function useFittedWidths(
  box: Readonly<Ref<HTMLElement | null>>,
  room: () => number,
  shown: () => readonly Omit<Wish, 'natural'>[],
  changed: () => unknown[],
): Readonly<Ref<ReadonlyMap<string, number>>> {
  const widths = shallowRef<ReadonlyMap<string, number>>(new Map())
  // Asked for at every scroll and sorting, and seldom another.
  const causes = computed<unknown[]>((before) => {
    const now = changed()
    return before?.length === now.length && now.every((cause, index) => cause === before[index]) ? before : now
  })
  watch(
    [room, causes],
    () => {
      const heads = [...(box.value?.querySelectorAll<HTMLElement>('th[data-column]') ?? [])]
      // Nothing is drawn, or nothing can be measured.
      if (heads.length === 0 || room() <= 0) return
      const rows = [...box.value!.querySelectorAll('tbody tr:not(.space)')]
      // They are drawn a moment after the heads, and then the widths are looked at: no column moves twice.
      if (rows.length === 0) return
      const naturals = new Map(
        heads.map((head, place) => {
          const padding = parseFloat(getComputedStyle(head).paddingInlineStart) + parseFloat(getComputedStyle(head).paddingInlineEnd)
          // With room for the arrow of the order: no column moves when it is sorted by.
          const arrow = head.ariaSort === 'none' ? Arrow : 0
          const title = (head.querySelector('button')?.scrollWidth ?? 0) + arrow
          const texts = rows.map((row) => row.children[place + 1]?.firstElementChild?.getBoundingClientRect().width ?? 0)
          return [head.dataset['column']!, Math.ceil(Math.max(title, ...texts) + padding) + 1]
        }),
      )
      widths.value = fitted(
        shown().map((column) => ({ ...column, natural: naturals.get(column.id) ?? column.width })),
        room(),
      )
    },
    { flush: 'post' },
  )
  return widths
}
