// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem, NoConnection } from '@/api/problem'
import ContractsPage from '@/contracts/ContractsPage.vue'
import { useLists } from '@/referenceData/codeLists'
import { eventually } from '../support/eventually'
import { button, controlOf, useAround } from '../support/mounted'
import { questionAbout, questions } from '../support/questions'
import { signedInAs } from '../support/signedIn'

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
    await signedInAs('healthWorker')
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
