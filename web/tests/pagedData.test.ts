import { environmentManager } from '@tanstack/vue-query'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { usePagedData, type AskPage } from '@/components/pagedData'

vi.mock('@/session/session', () => ({ useSession: () => ({ user: { accountId: 'first' } }) }))

beforeEach(() => {
  environmentManager.setIsServer(() => false)
  setActivePinia(createPinia())
})

/** A list whose pages are asked for by their index. */
const list = (...pages: (number[] | Error)[]) =>
  vi.fn<AskPage<number>>(async (cursor) => {
    const index = Number(cursor ?? 0)
    const page = pages[index]!
    if (page instanceof Error) throw page
    return { items: page, cursor: index + 1 < pages.length ? `${index + 1}` : undefined }
  })
const paged = (...lists: AskPage<number>[]) => effectScope().run(() => usePagedData<number>(['numbers'], () => lists))!

test('pages are read one after the other, the empty ones too, and list after list', async () => {
  const { rows, isComplete } = paged(list([], [1], []), list([2]))
  await vi.waitFor(() => expect(isComplete.value).toBe(true))
  expect(rows.value).toEqual([1, 2])
})

test('they are read no further than what fills a screen, until more are wanted', async () => {
  const ask = list([...Array(30).keys()], [30], [31])
  const { rows, hasMore, nextPage, all } = paged(ask)
  await vi.waitFor(() => expect(rows.value).toHaveLength(30))
  await nextTick()
  expect([ask.mock.calls.length, hasMore.value]).toEqual([1, true])
  await Promise.all([nextPage(), nextPage()])
  await vi.waitFor(() => expect(rows.value).toHaveLength(31))
  await all()
  await vi.waitFor(() => expect([rows.value.length, hasMore.value]).toEqual([32, false]))
  await nextPage()
  expect(ask).toHaveBeenCalledTimes(3)
})

test('what went wrong is said, and it goes on where it stopped', async () => {
  const pages: (number[] | Error)[] = [[1], new Error('gone'), [3]]
  const { rows, fault, hasMore, nextPage, more } = paged((cursor) => list(...pages)(cursor))
  await vi.waitFor(() => expect((fault.value as Error | undefined)?.message).toBe('gone'))
  expect([rows.value, hasMore.value]).toEqual([[1], true])
  await expect(nextPage()).rejects.toThrow('gone')
  pages[1] = [2]
  await more()
  await vi.waitFor(() => expect([rows.value, fault.value, hasMore.value]).toEqual([[1, 2, 3], undefined, false]))
})

test('a first page that could not be read is asked again by whoever wants more', async () => {
  const answers = [new Error('gone'), [1]]
  const { rows, fault, more } = paged(async () => list(answers.shift()!)(undefined))
  await vi.waitFor(() => expect(fault.value).toBeDefined())
  await more()
  await vi.waitFor(() => expect([rows.value, fault.value]).toEqual([[1], undefined]))
})

test('what comes too late for another question changes nothing', async () => {
  const key = shallowRef('slow')
  let late: (page: { items: number[] }) => void = () => undefined
  const asks: Record<string, AskPage<number>> = { slow: () => new Promise((resolve) => (late = resolve)), quick: list([2]) }
  const { rows } = effectScope().run(() =>
    usePagedData<number>(
      () => ['of', key.value],
      () => [asks[key.value]!],
    ),
  )!
  await nextTick()
  key.value = 'quick'
  await vi.waitFor(() => expect(rows.value).toEqual([2]))
  late({ items: [1] })
  await nextTick()
  expect(rows.value).toEqual([2])
})

test('asked again, the list is as long as before and as it is now; rows change by what was learnt of them', async () => {
  const pages = [[...Array(24).keys()], [24]]
  const { rows, load, nextPage, change } = paged((cursor) => list(...pages)(cursor))
  await vi.waitFor(() => expect(rows.value).toHaveLength(24))
  await nextPage()
  await vi.waitFor(() => expect(rows.value).toHaveLength(25))
  pages[1] = [100, 101]
  await load()
  await vi.waitFor(() => expect(rows.value.slice(24)).toEqual([100, 101]))
  change((row) => -row)
  await vi.waitFor(() => expect(rows.value.slice(24)).toEqual([-100, -101]))
})
