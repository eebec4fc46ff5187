// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { button } from '../support/mounted'
import { heads, names, people, sortBy, usePeopleTable } from '../support/peopleTable'

const drawn = usePeopleTable()

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
})
