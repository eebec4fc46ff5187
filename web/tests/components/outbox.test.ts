// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { NoConnection } from '@/api/problem'
import { eventually } from '../support/eventually'
import { card, enrolled, household, parcel, text, useOutboxPage } from '../support/outboxPage'
import { questionAbout, questions } from '../support/questions'

vi.mock('@/api', async () => (await import('../support/questions')).questionedApi())

const { openOutbox, waitsWith } = useOutboxPage()

test('waiting: without signal a parcel stays, and the page says that it is sent later', async () => {
  const { outbox } = await openOutbox(false)
  expect(text()).toContain('没有等待发送的内容')
  await outbox.add(parcel as never)
  await eventually(() => expect(card()?.textContent).toContain('等待发送。'))
  expect(card()!.textContent).toContain('示例甲')
  expect([questions.length, [...document.querySelectorAll('button')].some(({ textContent }) => textContent?.includes('现在发送'))]).toEqual(
    [0, false],
  )
})

test('sending: the button is busy, and the parcel is there until the answer', async () => {
  const { outbox } = await waitsWith(parcel)
  await questionAbout('/api/households')
  await eventually(() => expect(document.querySelector('button[aria-busy="true"]')).not.toBeNull())
  expect([card()?.textContent?.includes('示例甲'), (await outbox.list()).length]).toEqual([true, 1])
})

test('sent: out of the outbox, and among what was sent', async () => {
  const { outbox } = await waitsWith(parcel)
  const question = await questionAbout('/api/households')
  expect(question.options.body).toEqual(household)
  question.answer(enrolled)
  await eventually(() => expect(text()).toContain('最近发送'))
  expect(await outbox.list()).toEqual([])
  expect(document.querySelector('a[href="/households/household-1"]')!.textContent).toBe('示例甲')
})

test('an answer that is lost leaves it waiting, and the same is sent again by itself', async () => {
  const { work, outbox } = await waitsWith(parcel)
  const first = await questionAbout('/api/households')
  first.fail(new NoConnection())
  await eventually(() => expect(work.isSending).toBe(false))
  expect((await outbox.list()).map(({ state }) => state)).toEqual(['waiting'])
  await eventually(() => expect(questions).toHaveLength(2))
  expect(questions[1]!.options.body).toEqual(first.options.body)
})
