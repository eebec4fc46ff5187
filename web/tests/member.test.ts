import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { NoConnection } from '@/api/problem'
import type { Schemas } from '@/api'
import { Cache } from '@/offline/cache'
import { Phone } from './support/phone'
import { questions } from './support/questions'

const { phone } = vi.hoisted(() => ({ phone: { database: undefined as unknown } }))

vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())
vi.mock('@/offline/database', async (original) => ({
  ...(await original<object>()),
  get database() {
    return phone.database
  },
}))

const key = { householdId: 'h1', member: 2 }
const page = '/api/households/{householdId}/members/{member}'
const overview = (version: number) =>
  ({
    household: { id: 'h1', version, members: [{ number: 2 }] },
    member: 2,
    record: { recordNumber: '44140200400100001' },
    entries: { items: [] },
    medication: { running: [], version },
    consultations: [{ id: `question of ${version}` }],
  }) as unknown as Schemas['MemberOverview']

let cache: Cache

beforeEach(async () => {
  questions.length = 0
  vi.stubGlobal('location', { origin: 'http://localhost' })
  setActivePinia(createPinia())
  const own = new Phone()
  const { vault } = await own.signedIn()
  phone.database = own.database
  cache = new Cache(own.database, vault)
  const { useSession } = await import('@/session/session')
  useSession().$patch({ vault } as never)
})

async function asks(reply: (question: (typeof questions)[number]) => void) {
  const { fetchMember } = await import('@/records/fetchMember')
  const asked = fetchMember(key)
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  reply(questions.pop()!)
  return asked
}

test('all about a member is asked once, and each of its parts opens without signal', async () => {
  await cache.keep('consultations:h1:2', { open: [{ id: 'old' }], closed: [{ id: 'closed' }], cursor: 'next' })

  const found = await asks((question) => {
    expect([question.path, question.options.params]).toEqual([page, { path: key }])
    question.answer(overview(3))
  })

  expect([found.value, found.isOld]).toEqual([overview(3), false])
  expect((await cache.find('household:h1'))?.value).toEqual(overview(3).household)
  expect((await cache.find('medication:h1:2'))?.value).toEqual(overview(3).medication)
  expect((await cache.find('consultations:h1:2'))?.value).toEqual({
    open: [{ id: 'question of 3' }],
    closed: [{ id: 'closed' }],
    cursor: 'next',
  })
})

test('without signal it is as it was seen last, with the household as that was seen last', async () => {
  await asks((question) => question.answer(overview(3)))
  expect((await asks((question) => question.fail(new NoConnection()))).value).toEqual(overview(3))
  await cache.keep('household:h1', { ...overview(3).household, version: 4, phone: 'new' })

  const found = await asks((question) => question.fail(new NoConnection()))

  expect(found.isOld).toBe(true)
  expect(found.value.household).toMatchObject({ version: 4, phone: 'new' })
  expect(found.value.record).toEqual(overview(3).record)
})

test('of a member who was not looked at with signal there is the household, from which a visit is begun', async () => {
  await expect(asks((question) => question.fail(new NoConnection()))).rejects.toBeInstanceOf(NoConnection)
  await cache.keep('household:h1', overview(3).household)

  const found = await asks((question) => question.fail(new NoConnection()))

  expect(found.value).toEqual({ household: overview(3).household, member: 2 })
  expect(found.fault).toBeInstanceOf(NoConnection)
})

test('an official says why', async () => {
  const { useAccessReason } = await import('@/records/fetchRecords')
  useAccessReason().reason = '核对投诉'

  await asks((question) => {
    expect(question.options.params).toMatchObject({ header: { 'X-Access-Reason': encodeURIComponent('核对投诉') } })
    question.answer(overview(1))
  })
})

test('older entries follow on the newest page, each once, and are forgotten with another page', async () => {
  const { useEntries } = await import('@/records/useEntries')
  const entry = (id: string) => ({ id, readings: [] }) as unknown as Schemas['Entry']
  const first = shallowRef<Schemas['EntryPage']>({ items: [entry('c'), entry('b')], cursor: 'back' })
  const { entries, hasMore, fault, more, refresh } = effectScope().run(() =>
    useEntries(
      () => '44140200400100001',
      () => first.value,
    ),
  )!
  void more()
  void more()
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  expect(questions.map(({ options }) => options.params?.query)).toEqual([{ cursor: 'back' }])
  questions.pop()!.fail(new NoConnection())
  await vi.waitFor(() => expect(fault.value).toBeInstanceOf(NoConnection))
  void more()
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  questions.pop()!.answer({ items: [entry('a')] })
  await vi.waitFor(() => expect(hasMore.value).toBe(false))
  expect([entries.value.map(({ id }) => id), hasMore.value, fault.value]).toEqual([['c', 'b', 'a'], false, undefined])

  void refresh()
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  questions.pop()!.answer({ items: [{ ...entry('a'), photographs: [{ id: 'p' }] }] })
  await vi.waitFor(() => expect(entries.value.at(-1)?.photographs).toEqual([{ id: 'p' }]))

  first.value = { items: [entry('d'), entry('c')], cursor: 'other' }
  await nextTick()
  void more()
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  first.value = { items: [entry('e')] }
  await nextTick()
  questions.pop()!.answer({ items: [entry('b')] })
  await nextTick()
  expect([entries.value.map(({ id }) => id), hasMore.value]).toEqual([['e'], false])
})
