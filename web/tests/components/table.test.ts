// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { h, nextTick, reactive } from 'vue'
import type { Column } from '@/components/table/columns'
import DataTable from '@/components/table/DataTable.vue'
import { save } from '@/files/save'
import { button, useAround } from '../support/mounted'

vi.mock('@/files/save', () => ({ save: vi.fn() }))

interface Person {
  id: string
  name: string
  kilograms?: number
  seenOn?: string
}

const around = useAround()
const columns: Column<Person>[] = [
  { id: 'name', header: '姓名', value: ({ name }) => name, width: 8 },
  { id: 'weight', header: '体重', value: ({ kilograms }) => kilograms, width: 5, isFigure: true },
  { id: 'seenOn', header: '随访', value: ({ seenOn }) => seenOn, text: ({ seenOn }) => seenOn?.slice(5) ?? '–', width: 6, isDay: true },
  { id: 'id', header: '编号', value: ({ id }) => id, width: 6, isExtra: true },
]
const people: Person[] = [
  { id: 'a', name: '张三', kilograms: 70.5, seenOn: '2026-11-02' },
  { id: 'b', name: '李四' },
  { id: 'c', name: '安五', kilograms: 9, seenOn: '2026-10-30' },
]
const names = () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent?.trim())
const heads = () => [...document.querySelectorAll('thead th[data-column]')].map((cell) => cell.textContent?.trim())

/** A table on a wide screen; `later` are pages that are read when they are asked for. */
function drawn(later: (Person[] | Error)[] = []): { asked: () => number; replace: (rows: Person[]) => void } {
  const state = reactive({ rows: [...people], later: [...later], asked: 0 })
  const more = async (): Promise<void> => {
    state.asked++
    await Promise.resolve()
    const page = state.later[0]!
    if (page instanceof Error) throw page
    state.rows = [...state.rows, ...page]
    state.later = state.later.slice(1)
  }
  around.draw({
    render: () =>
      h(DataTable<Person>, {
        name: 'people',
        title: '名单',
        columns,
        rows: state.rows,
        keyOf: ({ id }: Person) => id,
        pathOf: ({ id }: Person) => `/people/${id}`,
        narrowHeight: 80,
        more: state.later.length > 0 ? more : undefined,
      }),
  })
  return { asked: () => state.asked, replace: (rows) => (state.rows = rows) }
}

async function sortBy(head: string): Promise<void> {
  button(head).click()
  await flushPromises()
}

async function exported(format: string): Promise<{ blob: Blob; name: string }> {
  button('导出').click()
  await nextTick()
  button(format).click()
  await vi.waitFor(() => expect(save).toHaveBeenCalled())
  const [blob, name] = vi.mocked(save).mock.calls[0]!
  return { blob, name }
}

beforeEach(() => {
  localStorage.clear()
  vi.mocked(save).mockClear()
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
})

describe('a table', () => {
  test('keeps the order in which it gets its rows, and leads to what each is about', () => {
    drawn()
    expect(names()).toEqual(['张三', '李四', '安五'])
    expect(document.querySelector('tbody a')!.getAttribute('href')).toBe('/people/a')
  })

  test('shows what its rows say now', async () => {
    const { replace } = drawn()
    await sortBy('体重')
    replace(people.map((person) => (person.id === 'c' ? { ...person, kilograms: 90 } : person)))
    await flushPromises()
    expect([...document.querySelectorAll('tbody tr')].map((row) => row.children[2]!.textContent?.trim())).toEqual(['70.5', '90', '–'])
  })

  test('sorts texts by pinyin, figures by size, what is missing last in both directions', async () => {
    drawn()
    await sortBy('姓名')
    expect(names()).toEqual(['安五', '李四', '张三'])
    await sortBy('体重')
    expect(names()).toEqual(['安五', '张三', '李四'])
    expect(document.querySelector('th[data-column="weight"]')!.getAttribute('aria-sort')).toBe('ascending')
    await sortBy('体重 ↑')
    expect(names()).toEqual(['张三', '安五', '李四'])
    await sortBy('体重 ↓')
    expect(names()).toEqual(['张三', '李四', '安五'])
  })

  test('reads all pages before it sorts, an empty one among them', async () => {
    const { asked } = drawn([[], [{ id: 'd', name: '白六', kilograms: 1 }], []])
    await sortBy('体重')
    expect(names()).toEqual(['白六', '安五', '张三', '李四'])
    expect(asked()).toBe(3)
  })

  test('neither sorts nor exports a part as if it were all', async () => {
    drawn([new Error('out of reach')])
    await flushPromises()
    await sortBy('体重')
    expect(names()).toEqual(['张三', '李四', '安五'])
    button('导出').click()
    await nextTick()
    button('导出 CSV').click()
    await flushPromises()
    expect(save).not.toHaveBeenCalled()
    expect(document.querySelector('[role="alert"]')).not.toBeNull()
  })

  test('shows the columns that somebody chose, also next time', async () => {
    drawn()
    expect(heads()).toEqual(['姓名', '体重', '随访'])
    button('显示列').click()
    await nextTick()
    const choices = [...document.querySelectorAll<HTMLInputElement>('.panel input')]
    expect(choices[0]!.disabled).toBe(true)
    choices[1]!.click()
    choices[3]!.click()
    await nextTick()
    expect(heads()).toEqual(['姓名', '随访', '编号'])
    document.body.innerHTML = '<div id="dialogs"></div>'
    drawn()
    expect(heads()).toEqual(['姓名', '随访', '编号'])
  })

  test('all that is selected is all of the list, also what was not read yet', async () => {
    drawn([[{ id: 'd', name: '白六' }], []])
    document.querySelector<HTMLInputElement>('thead input')!.click()
    await flushPromises()
    const { blob } = await exported('导出 CSV')
    expect((await blob.text()).split('\r\n').filter(Boolean)).toHaveLength(5)
  })

  test('exports what is shown in its order, and of a selection only that', async () => {
    drawn()
    await sortBy('姓名')
    const { blob, name } = await exported('导出 CSV')
    expect(name).toMatch(/^名单-\d{4}-\d\d-\d\d\.csv$/)
    expect((await blob.text()).split('\r\n')).toEqual(['\uFEFF姓名,体重,随访', "安五,9,'2026-10-30", '李四,,', "张三,70.5,'2026-11-02", ''])
    vi.mocked(save).mockClear()
    document.querySelectorAll<HTMLInputElement>('tbody input')[1]!.click()
    await nextTick()
    const selected = await exported('导出 CSV')
    expect((await selected.blob.text()).split('\r\n')[1]).toBe('李四,,')
  })
})
