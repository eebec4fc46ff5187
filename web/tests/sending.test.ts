import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { ApiProblem, NoConnection } from '@/api/problem'
import { SignedOut } from '@/offline/database'
import { drain, MostTries, pauseAfter, waitAskedFor } from '@/offline/sending'
import { phoneWith } from './support/phone'

describe('drain', () => {
  test('sends everything once and in order', async () => {
    const { outbox } = await phoneWith('a', 'b', 'c')
    const sent: string[] = []

    expect(await drain(outbox, async ({ id }) => (sent.push(id), undefined))).toBe('done')

    expect(sent).toEqual(['a', 'b', 'c'])
    expect(await outbox.list()).toEqual([])
  })

  test('without signal everything stays, over a restart too, and goes later in the same order', async () => {
    const { phone, outbox } = await phoneWith('a', 'b')
    expect(await drain(outbox, async () => Promise.reject(new NoConnection()))).toBe('later')
    phone.restart()
    const again = (await phone.signedIn()).outbox
    const sent: string[] = []

    await drain(again, async ({ id }) => (sent.push(id), undefined))

    expect(sent).toEqual(['a', 'b'])
  })

  test('an expired token waits for a sign-in and changes nothing', async () => {
    const { outbox } = await phoneWith('a')

    expect(await drain(outbox, async () => Promise.reject(new ApiProblem(401, 'sign-in-required', '')))).toBe('signIn')

    expect((await outbox.list())[0]).toMatchObject({ id: 'a', state: 'waiting', tries: 0 })
  })

  test('a busy service is asked later, and no more of it than that', async () => {
    const { outbox } = await phoneWith('a', 'b', 'c')
    const asked: string[] = []
    const busy = async ({ id }: { id: string }) => (asked.push(id), Promise.reject(new ApiProblem(503, 'storage-unavailable', '')))

    for (let time = 0; time < 2 * MostTries; time++) expect(await drain(outbox, busy)).toBe('later')

    expect(asked.slice(0, 4)).toEqual(['a', 'b', 'a', 'b'])
    expect((await outbox.list()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  })

  test('a phone that cannot keep what became of a parcel does not hold that against it', async () => {
    const { outbox } = await phoneWith('a')
    outbox.done = async () => Promise.reject(new SignedOut())

    for (let time = 0; time < MostTries; time++) await expect(drain(outbox, async () => undefined)).rejects.toBeInstanceOf(SignedOut)

    expect(await outbox.list()).toMatchObject([{ state: 'waiting', tries: 0 }])
  })

  test('what was sent is followed from then on', async () => {
    const { outbox } = await phoneWith('a')

    await drain(outbox, async () => ({ id: 'household', content: { status: 'received' } }))

    expect(await outbox.sent()).toMatchObject([{ id: 'household', content: { status: 'received' } }])
  })
})

test('pauses grow, to a minute and a bit', () => {
  expect(pauseAfter(0, 0.5)).toBe(2_000)
  expect(pauseAfter(3, 0.5)).toBe(16_000)
  expect(pauseAfter(99, 1)).toBeLessThanOrEqual(75_000)
})

test('a busy service says when it wants to be asked again', async () => {
  const { outbox } = await phoneWith('a')
  const told: number[] = []
  const busy = async () => Promise.reject(new ApiProblem(429, 'too-many', '', { retryAfter: 40 }))

  expect(await drain(outbox, busy, (fault) => told.push(waitAskedFor(fault)))).toBe('later')

  expect(told).toEqual([40_000])
  expect(waitAskedFor(new ApiProblem(503, 'busy', '', { retryAfter: 86_400 }))).toBe(300_000)
  expect([new ApiProblem(503, 'busy', ''), new NoConnection()].map(waitAskedFor)).toEqual([0, 0])
})
