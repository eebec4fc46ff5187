import { useEventListener } from '@vueuse/core'
import { computed, nextTick, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue'
import { isPrinting } from '@/print/printing'

/** Drawn beyond each edge of the window, so that scrolling finds them there. */
const Spare = 8

export interface WindowRows<T> {
  /** Index of the first row that is drawn. */
  first: ComputedRef<number>
  shown: ComputedRef<readonly T[]>
  /** Scrolls until a row is in sight, clear of what sticks to the window's edges, and answers how many drawn rows stand before it. */
  reveal: (index: number) => Promise<number | undefined>
}

/**
 * Of thousands of rows of one height, those in sight, and all of them on paper. The page scrolls, not a box in it.
 *
 * @param box What holds the rows, as high as all of them.
 * @param rowHeight In pixels.
 * @param onEnd The last row is drawn: there may be more to read.
 */
export function useWindowRows<T>(
  box: Readonly<Ref<HTMLElement | null>>,
  items: () => readonly T[],
  rowHeight: () => number,
  onEnd: () => void,
): WindowRows<T> {
  const top = ref(0)
  const count = ref(24)
  const first = computed(() => (isPrinting.value ? 0 : top.value))
  const shown = computed(() => (isPrinting.value ? items() : items().slice(first.value, first.value + count.value)))

  function look(): void {
    if (!box.value) return
    const above = Math.max(0, -box.value.getBoundingClientRect().top)
    count.value = Math.ceil(window.innerHeight / rowHeight()) + 2 * Spare
    top.value = Math.max(0, Math.min(Math.floor(above / rowHeight()) - Spare, Math.max(0, items().length - 1)))
    if (top.value + count.value >= items().length) onEnd()
  }

  async function reveal(index: number): Promise<number | undefined> {
    if (!box.value || index < 0 || index >= items().length) return undefined
    const edge = Math.max(2 * rowHeight(), 96)
    const rowTop = box.value.getBoundingClientRect().top + index * rowHeight()
    const below = rowTop + rowHeight() + edge - window.innerHeight
    if (rowTop < edge) window.scrollBy({ top: rowTop - edge, behavior: 'instant' })
    else if (below > 0) window.scrollBy({ top: below, behavior: 'instant' })
    look()
    await nextTick()
    return index - first.value
  }

  watch(
    () => items().length,
    () => void nextTick(look),
  )
  onMounted(look)
  useEventListener(['scroll', 'resize'], look, { passive: true })
  return { first, shown, reveal }
}
