// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { h, nextTick, ref } from 'vue'
import VirtualList from '@/components/VirtualList.vue'
import { useAround } from '../support/mounted'

const around = useAround()

describe('a list of thousands', () => {
  const Height = 50
  const items = ref<string[]>([])
  let scrolled = 0
  let ends = 0

  beforeEach(() => {
    items.value = Array.from({ length: 1000 }, (_, at) => `row ${at}`)
    scrolled = ends = 0
    vi.stubGlobal('innerHeight', 10 * Height)
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => ({ top: -scrolled }) as DOMRect)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  function draw() {
    return around.draw({
      render: () =>
        h(
          VirtualList as never,
          { ref: 'list', items: items.value, rowHeight: Height, keyOf: (item: string) => item, label: '名单', onEnd: () => ends++ },
          { default: ({ item }: { item: string }) => h('button', item) },
        ),
    })
  }
  const rows = () => [...document.querySelectorAll('li')]

  async function scrollTo(row: number): Promise<void> {
    scrolled = row * Height
    window.dispatchEvent(new Event('scroll'))
    await nextTick()
  }

  test('draws only the rows in sight and a few around them, each where it belongs, and says how many there are', async () => {
    draw()
    await scrollTo(500)
    const drawn = rows().map(({ textContent }) => textContent)
    expect(drawn).toContain('row 500')
    expect(drawn).toContain('row 510')
    expect(drawn.length).toBeLessThan(40)
    const row = rows().find(({ textContent }) => textContent === 'row 500')!
    expect([row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]).toEqual(['501', '1000'])
    expect(row.style.transform).toBe(`translateY(${500 * Height}px)`)
    expect(document.querySelector('ul')!.style.height).toBe(`${1000 * Height}px`)
  })

  test('asks for more at its end, and not before', async () => {
    draw()
    await scrollTo(900)
    expect(ends).toBe(0)
    await scrollTo(985)
    expect(ends).toBe(1)
  })

  test('that has become shorter shows what is left', async () => {
    draw()
    await scrollTo(900)
    items.value = items.value.slice(0, 3)
    scrolled = 0
    await flushPromises()
    expect(rows().map(({ textContent }) => textContent)).toEqual(['row 0', 'row 1', 'row 2'])
  })

  test('brings a row that is not drawn into sight, and gives what can have the focus in it', async () => {
    const list = draw()
    const scrollBy = vi.fn(({ top }: { top: number }) => void (scrolled += top))
    vi.stubGlobal('scrollBy', scrollBy)
    const found = await (list.vm.$refs['list'] as { reveal: (at: number) => Promise<HTMLElement | undefined> }).reveal(700)
    expect([found?.tagName, found?.textContent]).toEqual(['BUTTON', 'row 700'])
  })

  test('no longer listens once it is gone', () => {
    const added = vi.spyOn(window, 'addEventListener')
    const removed = vi.spyOn(window, 'removeEventListener')
    const listened = (calls: typeof added.mock.calls) =>
      calls.map(([kind]) => kind).filter((kind) => kind === 'scroll' || kind === 'resize')
    const list = draw()
    expect(listened(added.mock.calls).sort()).toEqual(['resize', 'scroll'])
    list.unmount()
    for (const [kind, listener] of added.mock.calls) {
      if (kind === 'scroll' || kind === 'resize')
        expect(removed.mock.calls.some(([of, what]) => of === kind && what === listener)).toBe(true)
    }
  })
})
