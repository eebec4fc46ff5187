import { flushPromises } from '@vue/test-utils'
import { beforeEach, vi } from 'vitest'
import { h, reactive } from 'vue'
import type { Column } from '@/components/table/columns'
import DataTable from '@/components/table/DataTable.vue'
import { button, useAround } from './mounted'

interface Person {
  id: string
  name: string
  kilograms?: number
  seenOn?: string
}

const columns: Column<Person>[] = [
  { id: 'name', header: '姓名', value: ({ name }) => name, width: 8 },
  { id: 'weight', header: '体重', value: ({ kilograms }) => kilograms, width: 5, isFigure: true },
  { id: 'seenOn', header: '随访', value: ({ seenOn }) => seenOn, text: ({ seenOn }) => seenOn?.slice(5) ?? '–', width: 6, isDay: true },
  { id: 'id', header: '编号', value: ({ id }) => id, width: 6, isExtra: true },
]
export const people: Person[] = [
  { id: 'a', name: '张三', kilograms: 70.5, seenOn: '2026-11-02' },
  { id: 'b', name: '李四' },
  { id: 'c', name: '安五', kilograms: 9, seenOn: '2026-10-30' },
]
export const names = () => [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent?.trim())
export const heads = () => [...document.querySelectorAll('thead th[data-column]')].map((cell) => cell.textContent?.trim())

export async function sortBy(head: string): Promise<void> {
  button(head).click()
  await flushPromises()
}

/** Draws a table on a wide screen; `later` are pages that are read when they are asked for. */
export function usePeopleTable() {
  const around = useAround()

  beforeEach(() => {
    localStorage.clear()
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }))
  })

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

  return drawn
}
