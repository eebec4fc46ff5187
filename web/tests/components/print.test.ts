// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { h, nextTick } from 'vue'
import VirtualList from '@/components/VirtualList.vue'
import PaperSheet from '@/print/parts/PaperSheet.vue'
import { cell, choice, digits, fill, head, type Sheet } from '@/print/paper'
import { isPrinting, printPage } from '@/print/printing'
import { shownTheme, switchTheme, theme } from '@/shell/theme'
import { useAround } from '../support/mounted'

const around = useAround()

afterEach(() => {
  isPrinting.value = false
  vi.unstubAllGlobals()
})

test('on paper a list has all of its rows, and afterwards those in sight', async () => {
  const items = Array.from({ length: 500 }, (_, index) => `row ${index}`)
  around.draw(
    VirtualList as never,
    {
      props: { items, rowHeight: 40, keyOf: (item: string) => item, label: '' },
      slots: { default: ({ item }: { item: string }) => h('span', item) },
    } as never,
  )
  const rows = () => document.querySelectorAll('li').length
  expect(rows()).toBeLessThan(100)

  window.dispatchEvent(new Event('beforeprint'))
  await nextTick()
  expect(rows()).toBe(500)

  window.dispatchEvent(new Event('afterprint'))
  await nextTick()
  expect(rows()).toBeLessThan(100)
})

test('paper is white, whatever the screen is, and the screen stays as it was chosen', async () => {
  if (theme.value === 'light') switchTheme()
  expect(document.documentElement.classList.contains('dark')).toBe(true)
  isPrinting.value = true
  expect([shownTheme.value, theme.value, document.documentElement.classList.contains('dark')]).toEqual(['light', 'dark', false])
  isPrinting.value = false
  expect(document.documentElement.classList.contains('dark')).toBe(true)
  switchTheme()
})

test('the button prints the page as it looks on paper', async () => {
  const seen: boolean[] = []
  vi.stubGlobal('print', () => seen.push(isPrinting.value))
  await printPage()
  expect(seen).toEqual([true])
})

test('a form has its title, whose it is, and what is known in its places', async () => {
  const sheet: Sheet = {
    title: '随访服务记录表',
    person: { name: '示例', recordNumber: '44140200400100001' },
    blocks: [
      {
        kind: 'table',
        columns: [1, 2],
        rows: [
          [head('症状'), cell(choice('1无 2头痛 3其他____', ['2', '3'], { boxes: 3, fills: { 3: '耳鸣' } }))],
          [head('体重'), cell([fill('68.5'), 'kg'])],
          [head('电话'), cell(digits('12', [3]))],
        ],
      },
      { kind: 'signatures', of: ['医生签名'] },
    ],
  }
  around.draw(PaperSheet, { props: { sheet } })
  await flushPromises()
  const text = document.body.textContent!.replace(/\s+/g, '')
  expect(text).toBe('随访服务记录表姓名：示例编号001-00001症状1无2头痛3其他耳鸣2/3/体重68.5kg电话12医生签名：年月日')
  expect(document.querySelectorAll('tbody tr:first-child .box')).toHaveLength(3)
  expect(document.querySelector('article')!.lang).toBe('zh-CN')
})
