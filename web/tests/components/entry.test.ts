// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { ApiProblem, NoConnection } from '@/api/problem'
import { entryParcel, type EntryParcel } from '@/entries/entry'
import { useEntry } from '@/entries/useEntry'
import { useConnection } from '@/offline/connection'
import { database } from '@/offline/database'
import { NotKept, Outbox } from '@/offline/outbox'
import { Vaults } from '@/offline/vault'
import { useSession } from '@/session/session'
import { eventually } from '../support/eventually'
import { useAround } from '../support/mounted'
import { questionAbout, questions } from '../support/questions'

vi.mock('@/api', async () => (await import('../support/questions')).questionedApi())

interface Form {
  reason: string
}
const around = useAround('entries')
const Path = '/api/households/{householdId}/members/{member}/referrals/{referralId}'
let people = 0

const body = (id: string, reason: string): EntryParcel<Form> => ({
  what: 'referral',
  memberKey: { householdId: 'household-1', member: 1 },
  name: '示例甲',
  text: reason,
  request: { method: 'PUT', path: Path, params: { householdId: 'household-1', member: 1, referralId: id }, body: { reason } },
  page: '/cases/household-1/1/referrals/new',
  form: { reason },
})

/** A form on somebody's phone; whoever has no vault works in a browser that keeps nothing. */
async function formOn(isOnline: boolean, hasVault = true) {
  vi.stubGlobal('navigator', { onLine: isOnline, locks: { request: (_name: string, run: () => unknown) => run() } })
  useConnection().isOnline = isOnline
  useSession().vault = hasVault ? await new Vaults(database, 1_000).create(`worker.${++people}`, 'a long enough password', {}) : undefined
  let entry!: ReturnType<typeof useEntry<Form>>
  around.draw(
    defineComponent(() => {
      entry = useEntry<Form>('referral')
      return () => h('main')
    }),
  )
  const outbox = useSession().vault && new Outbox(database, useSession().vault!)
  const enter = (reason: string) => entry.enter(body(entry.id.value, reason), { required: { reason } })
  return { entry, enter, outbox: outbox!, list: async () => (await outbox!.list()) as Awaited<ReturnType<Outbox['list']>> }
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

test('without signal it waits under its own id, and the next is another one', async () => {
  const { entry, enter, list } = await formOn(false)
  const first = entry.id.value

  expect(await enter('头晕')).toEqual({ isQueued: true })
  expect(await enter('头痛')).toEqual({ isQueued: true })

  expect((await list()).map(({ id }) => id)).toEqual([first, expect.not.stringMatching(first)])
  expect(questions).toEqual([])
})

test('with signal it is sent at once, and its answer is handed on', async () => {
  const { enter, list } = await formOn(true)
  const entered = enter('头晕')
  ;(await questionAbout(Path)).answer({ id: 'r' })

  expect(await entered).toMatchObject({ isQueued: false, data: { id: 'r' } })
  expect(await list()).toEqual([])
})

test.each([
  ['an answer that is lost', () => new NoConnection()],
  ['a busy service', () => new ApiProblem(503, 'busy', '')],
  ['a sign-in that was declined', () => new ApiProblem(401, 'sign-in', '')],
])('%s has it wait under the id under which it may have arrived', async (_name, fault) => {
  const { entry, enter, list } = await formOn(true)
  const { value: id } = entry.id
  const entered = enter('头晕')
  const asked = await questionAbout(Path)
  asked.fail(fault())

  expect(await entered).toEqual({ isQueued: true })
  expect((await list()).map((parcel) => [parcel.id, parcel.state])).toEqual([[id, 'waiting']])
  expect(asked.options.params?.path).toMatchObject({ referralId: id })
})

test.each([422, 409, 404, 500])('a refusal (%i) is shown in the form, and nothing is queued', async (status) => {
  const { entry, enter, list } = await formOn(true)
  const entered = enter('头晕')
  ;(await questionAbout(Path)).fail(new ApiProblem(status, 'refused', '不行'))

  expect(await entered).toBeUndefined()
  expect(entry.fault.value).toMatchObject({ status })
  expect(await list()).toEqual([])
})

test('what is about the same waits behind what is in the outbox, with signal too', async () => {
  const { enter, outbox, list } = await formOn(true)
  await outbox.add(entryParcel('before', body('before', '先写的'), undefined))

  expect(await enter('后写的')).toEqual({ isQueued: true })

  expect((await list()).map(({ body: one }) => (one as EntryParcel).text)).toEqual(['先写的', '后写的'])
})

test('what is missing is asked for before it is queued', async () => {
  const { entry, enter, list } = await formOn(false)

  expect(await enter('  ')).toBeUndefined()

  expect((entry.fault.value as ApiProblem).errors).toMatchObject([{ field: 'reason', code: 'required' }])
  expect(await list()).toEqual([])
})

test('what is mended takes the place of what waited, under the same id', async () => {
  const { entry, enter, outbox, list } = await formOn(false)
  const errors = [{ field: 'reason', code: 'too-short', message: '太短' }]
  await outbox.add(entryParcel('r1', body('r1', '晕'), undefined))
  await outbox.change((await list())[0]!, { state: 'refused', problem: { code: 'invalid', title: '需要更正', errors } })
  await around.router.push('/cases/household-1/1/referrals/new?entry=r1')

  expect((await entry.take())?.body.form).toEqual({ reason: '晕' })
  expect((entry.fault.value as ApiProblem).errors).toEqual(errors)
  expect(await enter('头晕一周')).toEqual({ isQueued: true })

  expect(await list()).toMatchObject([{ id: 'r1', state: 'waiting', tries: 0, body: { text: '头晕一周' } }])
  expect((await list())[0]!.problem).toBeUndefined()
  expect(around.router.currentRoute.value.query).toEqual({})
})

test('what was sent while it was being changed is not changed behind its back', async () => {
  const { entry, enter, outbox, list } = await formOn(false)
  await outbox.add(entryParcel('r1', body('r1', '晕'), undefined))
  await around.router.push('/?entry=r1')
  await entry.take()
  await outbox.done((await list())[0]!)

  expect(await enter('头晕一周')).toBeUndefined()

  expect((entry.fault.value as ApiProblem).code).toBe('sent-meanwhile')
  expect(await list()).toEqual([])
})

test('a full phone is said, and a browser that keeps nothing claims nothing', async () => {
  const { entry, enter } = await formOn(false)
  const add = vi.spyOn(database.outbox, 'add').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  expect(await enter('头晕')).toBeUndefined()
  expect(entry.fault.value).toBeInstanceOf(NotKept)
  add.mockRestore()

  const other = await formOn(false, false)
  const entered = other.enter('头晕')
  const asked = await eventually(() => questions.at(-1) ?? Promise.reject(new Error('not asked')))
  asked.fail(new NoConnection())
  expect(await entered).toBeUndefined()
  expect(other.entry.fault.value).toBeInstanceOf(NoConnection)
})
