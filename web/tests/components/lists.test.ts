// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { h, nextTick, ref } from 'vue'
import { ApiProblem, NoConnection } from '@/api/problem'
import VirtualList from '@/components/VirtualList.vue'
import ContractsPage from '@/contracts/ContractsPage.vue'
import { useSession } from '@/session/session'
import { saveToWindow } from '@/session/windowSession'
import { useLists } from '@/referenceData/codeLists'
import { eventually } from '../support/eventually'
import { button, controlOf, useAround } from '../support/mounted'
import { questionAbout, questions } from '../support/questions'

vi.mock('@/api', async () => (await import('../support/questions')).questionedApi())

const around = useAround('contracts')
const path = '/api/regions/{regionCode}/contracts'
const row = (headName: string) => ({ householdId: headName, headName, villageCode: '441402004001', signed: false })
const page = (...heads: string[]) => ({ households: 4, signed: 1, items: heads.map(row) })
const text = () => document.body.textContent ?? ''

beforeEach(() => {
  questions.length = 0
})

describe('a list that is asked for', () => {
  afterEach(() => sessionStorage.clear())
  beforeEach(async () => {
    const user = { role: 'healthWorker', regions: ['441402'], displayName: '', accountId: 'a' }
    await saveToWindow({ userName: 'worker', session: { accessToken: 'token', user } as never, vault: undefined })
    await useSession().restore()
    const lists = useLists()
    lists.load = () => Promise.resolve()
    lists.regions = new Map([['441402004', { code: '441402004', name: '松口镇', level: 'township', parent: '441402' } as never]])
    around.draw(ContractsPage)
  })

  test('says that it is loading, and then shows what there is', async () => {
    expect(document.querySelector('[role="status"]')!.textContent).toContain('正在加载')
    const question = await questionAbout(path)
    question.answer(page('示例甲', '示例乙'))
    await flushPromises()
    expect(document.querySelector('[role="status"]')).toBeNull()
    expect([...document.querySelectorAll('li a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['示例甲', '/households/示例甲/contract'],
      ['示例乙', '/households/示例乙/contract'],
    ])
  })

  test('says so where nobody is on it', async () => {
    ;(await questionAbout(path)).answer(page())
    await flushPromises()
    expect(document.querySelector('section.state h2')!.textContent).toBe('没有符合条件的农户')
    expect(document.querySelector('ul')).toBeNull()
  })

  test('tells what the service says, and asks again', async () => {
    ;(await questionAbout(path)).fail(new ApiProblem(503, 'storage-unavailable', '服务暂时忙', {}))
    await flushPromises()
    expect(document.querySelector('[role="alert"]')!.textContent).toContain('服务暂时忙')
    button('重试').click()
    await eventually(() => expect(questions).toHaveLength(2))
    questions[1]!.answer(page('示例甲'))
    await flushPromises()
    expect([document.querySelector('[role="alert"]'), text().includes('示例甲')]).toEqual([null, true])
  })

  test('without signal says that, and not that something is wrong', async () => {
    ;(await questionAbout(path)).fail(new NoConnection())
    await flushPromises()
    const said = document.querySelector('[role="alert"]')!
    expect(said.textContent).toContain('连接不上系统')
    expect(said.classList.contains('danger')).toBe(false)
  })

  test('shows the answer to the newest question, however late an older one comes', async () => {
    const first = await questionAbout(path)
    first.answer(page('示例甲'))
    await flushPromises()
    for (const which of ['signed', 'all'] as const) {
      controlOf('显示').value = which
      controlOf('显示').dispatchEvent(new Event('change', { bubbles: true }))
      await flushPromises()
    }
    const [, signed, all] = questions
    expect([signed!.options.params!.query!['signed'], all!.options.params!.query!['signed']]).toEqual([true, undefined])
    all!.answer(page('示例丙'))
    signed!.answer(page('示例乙'))
    await flushPromises()
    expect([...document.querySelectorAll('li a')].map(({ textContent }) => textContent)).toEqual(['示例丙'])
  })

  test('keeps what it shows while it asks anew, and says that it is busy', async () => {
    ;(await questionAbout(path)).answer(page('示例甲'))
    await flushPromises()
    controlOf('显示').value = 'all'
    controlOf('显示').dispatchEvent(new Event('change', { bubbles: true }))
    await flushPromises()
    expect(text()).toContain('示例甲')
    expect(document.querySelector('[aria-busy="true"]')).not.toBeNull()
  })
})

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
