// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem, NoConnection } from '@/api/problem'
import { questionParcel } from '@/desks/healthWorker/consultations/parcels'
import { useOfflineWork } from '@/desks/healthWorker/offlineWork'
import OutboxPage from '@/desks/healthWorker/OutboxPage.vue'
import { settlementParcel } from '@/desks/healthWorker/toDo/settlement'
import { entryParcel, type EntryParcel } from '@/entries/entry'
import { useConnection } from '@/offline/connection'
import { database } from '@/offline/database'
import { MostTries } from '@/offline/sending'
import { Vaults } from '@/offline/vault'
import { useLists } from '@/referenceData/codeLists'
import { useSession } from '@/session/session'
import type { Urgency } from '@/worklists/toDo'
import { eventually } from '../support/eventually'
import { button, useAround } from '../support/mounted'
import { questionAbout, questions } from '../support/questions'

vi.mock('@/api', async () => (await import('../support/questions')).questionedApi())

const around = useAround('consultations', 'entries')
const household = {
  registrationNumber: 'EXAMPLE-000001',
  villageCode: '441402004001',
  kind: 'general',
  causes: [],
  members: [{ number: 1, name: '示例甲', relationship: '0' }],
}
const parcel = { id: 'draft-1', subject: household.registrationNumber, kind: 'enrol', body: { household } }
const enrolled = { ...household, id: 'household-1', status: 'listed', problems: [] }
let people = 0

const text = () => document.body.textContent ?? ''
const card = () => document.querySelector('article')

/** A phone whose worker is signed in, on the page of the outbox; with signal or without. */
async function openOutbox(isOnline: boolean) {
  // One at a time, as the browser's own locks: whoever may not wait goes without.
  let last: Promise<unknown> = Promise.resolve()
  let holders = 0
  vi.stubGlobal('navigator', {
    onLine: isOnline,
    locks: {
      async request(
        _name: string,
        ...given: [{ ifAvailable?: boolean }, (lock: object | null) => unknown] | [(lock: object | null) => unknown]
      ) {
        const run = given.at(-1) as (lock: object | null) => unknown
        if (given.length === 2 && given[0].ifAvailable && holders > 0) return run(null)
        holders++
        const turn = last.then(() => run({})).finally(() => holders--)
        last = turn.catch(() => undefined)
        return turn
      },
    },
  })
  useLists().load = () => Promise.resolve()
  useConnection().isOnline = isOnline
  const userName = `worker.${++people}`
  const vault = (await new Vaults(database, 1_000).create(userName, 'a long enough password', {}))!
  useSession().vault = vault
  const work = useOfflineWork()
  work.begin()
  around.draw(OutboxPage)
  return { work, outbox: work.opened().outbox, drafts: work.opened().drafts }
}

async function waitsWith(...parcels: object[]) {
  const phone = await openOutbox(true)
  for (const one of parcels) await phone.outbox.add(one as never)
  return phone
}

beforeEach(async () => {
  questions.length = 0
  await Promise.all(database.tables.map((table) => table.clear()))
})
afterEach(async () => {
  useSession().vault = undefined
  await flushPromises()
  vi.unstubAllGlobals()
})

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
