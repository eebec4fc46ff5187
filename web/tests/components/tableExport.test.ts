// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import { save } from '@/files/save'
import { button } from '../support/mounted'
import { names, sortBy, usePeopleTable } from '../support/peopleTable'

vi.mock('@/files/save', () => ({ save: vi.fn() }))

const drawn = usePeopleTable()

beforeEach(() => {
  vi.mocked(save).mockClear()
})

async function exported(format: string): Promise<{ blob: Blob; name: string }> {
  button('导出').click()
  await nextTick()
  button(format).click()
  await vi.waitFor(() => expect(save).toHaveBeenCalled())
  const [blob, name] = vi.mocked(save).mock.calls[0]!
  return { blob, name }
}

describe('a table that is exported', () => {
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
