// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { questionParcel } from '@/desks/healthWorker/consultations/parcels'
import { settlementParcel } from '@/desks/healthWorker/toDo/settlement'
import { entryParcel, type EntryParcel } from '@/entries/entry'
import { MostTries } from '@/offline/sending'
import type { Urgency } from '@/worklists/toDo'
import { eventually } from '../support/eventually'
import { button } from '../support/mounted'
import { card, enrolled, parcel, text, useOutboxPage } from '../support/outboxPage'
import { questionAbout, questions } from '../support/questions'

vi.mock('@/api', async () => (await import('../support/questions')).questionedApi())

const { around, waitsWith } = useOutboxPage()

test('failed: it waits for a person with its number, who has it sent once more', async () => {
  const { work, outbox } = await waitsWith(parcel)
  for (let time = 0; time < MostTries; time++) {
    const question = await eventually(() => questions[time] ?? Promise.reject(new Error('not asked')))
    question.fail(new ApiProblem(500, 'unexpected', '', { traceId: 'trace-1' }))
    await eventually(() => expect(work.isSending).toBe(false))
    if (time + 1 < MostTries) void work.send()
  }
  await eventually(() => expect(card()?.textContent).toContain('多次出错'))
  expect(card()!.querySelector('code')!.textContent).toBe('trace-1')

  button('再发一次').click()
  await eventually(() => expect(questions).toHaveLength(MostTries + 1))
  questions.at(-1)!.answer(enrolled)

  await eventually(() => expect(text()).toContain('最近发送'))
  expect(await outbox.list()).toEqual([])
})

test('refused: what the service says is shown, and mended it is a draft with the errors at their fields', async () => {
  const { outbox, drafts } = await waitsWith(parcel)
  const errors = [{ field: 'members[0].name', code: 'required', message: '请填写姓名' }]
  ;(await questionAbout('/api/households')).fail(new ApiProblem(422, 'invalid', '有内容需要更正', { errors }))
  await eventually(() => expect(card()?.textContent).toContain('有内容需要更正'))
  expect(card()!.textContent).toContain('需要更正：')

  button('现在更正').click()

  await eventually(() => expect(around.router.currentRoute.value.path).toBe('/enrolments/draft-1'))
  expect(await outbox.list()).toEqual([])
  expect((await drafts.list<{ errors: unknown }>()).map(({ id, content }) => [id, content.errors])).toEqual([['draft-1', errors]])
})

test('in conflict: it leads to where both sides are compared, and cannot be thrown away there', async () => {
  await waitsWith(parcel)
  ;(await questionAbout('/api/households')).fail(new ApiProblem(409, 'enrolled-otherwise', '已按别的内容建档'))
  await eventually(() => expect(card()?.textContent).toContain('需要您决定：'))
  expect(card()!.querySelector('a')!.getAttribute('href')).toBe('/outbox/draft-1')
  expect(card()!.querySelector('button')).toBeNull()
})

test('a settlement that found nothing open says that it is not in the record, and keeps its words', async () => {
  const finding = { reading: 'systolic', value: 192, on: '2026-11-23', at: '2026-11-23T02:00:00Z' } as unknown as Urgency
  const { outbox } = await waitsWith(settlementParcel({ householdId: 'household-1', member: 1 }, '示例甲', '已送镇卫生院', [finding]))
  const asked = await questionAbout('/api/households/{householdId}/members/{member}/urgency-settlements/{settlementId}')
  asked.fail(new ApiProblem(409, 'nothing-urgent', '已没有需要紧急处理的情况'))

  await eventually(() => expect(text()).toContain('没有记入档案'))
  expect(text()).toContain('已送镇卫生院')
  expect(await outbox.list()).toEqual([])
})

test('an entry that was refused says why, and is withdrawn only after it was asked whether to', async () => {
  const body: EntryParcel = {
    what: 'lesson',
    memberKey: { householdId: 'household-1', member: 1 },
    name: '示例甲',
    text: '高血压患者日常须知 · 已理解',
    request: { method: 'PUT', path: '/api/somewhere', params: { lessonId: 'lesson-1' }, body: { step: 'understood' } },
    page: '/households/household-1/members/1/education',
  }
  const { outbox } = await waitsWith(entryParcel('lesson-1', body, undefined))
  const asked = await questionAbout('/api/somewhere')
  expect([asked.method, asked.options.params?.path, asked.options.body]).toEqual(['PUT', { lessonId: 'lesson-1' }, { step: 'understood' }])
  asked.fail(new ApiProblem(404, 'not-found', '未找到'))
  await eventually(() => expect(card()?.textContent).toContain('没有送到，需要更正：未找到'))
  expect(card()!.textContent).toContain('高血压患者日常须知 · 已理解')

  button('撤回').click()
  await eventually(() => expect(document.querySelector('[role="dialog"]')?.textContent).toContain('撤回后不再发送'))
  expect(await outbox.list()).toHaveLength(1)
  const confirm = [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')].at(-1)!
  confirm.click()
  await eventually(async () => expect(await outbox.list()).toEqual([]))
})

test('discarded: a refused question is deleted only after it was asked whether to', async () => {
  const question = questionParcel({ householdId: 'household-1', member: 1 }, '示例甲', 'consultation-1', {
    kind: 'medication',
    text: '还能吃吗？',
  })
  const { outbox } = await waitsWith(question)
  const asked = await questionAbout('/api/households/{householdId}/members/{member}/consultations/{consultationId}')
  asked.fail(new ApiProblem(422, 'invalid', '没有这个成员'))
  await eventually(() => expect(card()?.textContent).toContain('没有这个成员'))

  button('删除').click()
  await eventually(() => expect(document.querySelector('[role="dialog"]')?.textContent).toContain('删除后找不回来'))
  button('取消').click()
  await flushPromises()
  expect(await outbox.list()).toHaveLength(1)

  button('删除').click()
  const confirm = await eventually(() => {
    const found = [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')].find(
      (one) => one.textContent?.trim() === '删除',
    )
    return found ?? Promise.reject(new Error('no dialog'))
  })
  confirm.click()
  await eventually(async () => expect(await outbox.list()).toEqual([]))
})
