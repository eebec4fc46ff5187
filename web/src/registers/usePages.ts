import { computed, ref, shallowRef } from 'vue'
import { newestOnly } from '@/components/newest'

interface Page<T> {
  items: readonly T[]
  cursor?: string | undefined
}

/** Asks for a page of one list. */
export type AskPage<T> = (cursor: string | undefined) => Promise<Page<T>>

/** So many rows at first, whatever the pages hold: a page may be empty before more follow. */
const First = 24

/** Rows of one list after another, a page at a time. */
export function usePages<T>() {
  const rows = shallowRef<readonly T[]>([])
  const isLoading = ref(false)
  const fault = ref<unknown>()
  const left = shallowRef<readonly { ask: AskPage<T>; cursor: string | undefined }[]>([])
  const asked = newestOnly()
  let isNewest = (): boolean => true
  let reading = Promise.resolve()

  async function begin(lists: readonly AskPage<T>[]): Promise<void> {
    isNewest = asked()
    rows.value = []
    isLoading.value = false
    fault.value = undefined
    left.value = lists.map((ask) => ({ ask, cursor: undefined }))
    const isOwn = isNewest
    while (isOwn() && !fault.value && left.value.length > 0 && rows.value.length < First) await more()
  }

  /** The next page, or the one that is being read; where it cannot be read, `fault` says why. */
  async function more(): Promise<void> {
    if (left.value.length === 0) return
    if (!isLoading.value) reading = read()
    return reading
  }

  async function read(): Promise<void> {
    const [isOwn, from] = [isNewest, left.value]
    isLoading.value = true
    fault.value = undefined
    try {
      const { items, cursor } = await from[0]!.ask(from[0]!.cursor)
      if (!isOwn()) return
      if (items.length > 0) rows.value = [...rows.value, ...items]
      left.value = cursor ? [{ ask: from[0]!.ask, cursor }, ...from.slice(1)] : from.slice(1)
    } catch (caught) {
      if (isOwn()) fault.value = caught
    } finally {
      if (isOwn()) isLoading.value = false
    }
  }

  /** For the table, which shows what went wrong itself. */
  async function nextPage(): Promise<void> {
    await more()
    if (fault.value) throw fault.value
  }

  /** To the end: what is narrowed here has to be known whole. */
  async function all(): Promise<void> {
    const isOwn = isNewest
    while (isOwn() && !fault.value && left.value.length > 0) await more()
  }

  const hasMore = computed(() => left.value.length > 0)
  return { rows, isLoading, fault, hasMore, begin, nextPage, all }
}
