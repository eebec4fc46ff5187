import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { ApiProblem, NoConnection } from '@/api/problem'
import { SignedOut } from '@/offline/database'
import type { Parcel } from '@/offline/outbox'
import { drain, MostTries, nextOf, pauseAfter, tryAgain, waitAskedFor } from '@/offline/sending'
import { Phone } from './support/phone'

const parcel = (id: string, subject = id) => ({ id, subject, kind: 'enrol', body: { id } })

async function phoneWith(...ids: string[]) {
  const phone = new Phone()
  const { outbox, drafts } = await phone.signedIn()
  for (const id of ids) await outbox.add(parcel(id))
  return { phone, outbox, drafts }
}

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

  test.each([
    ['a fault of the service', () => new ApiProblem(500, 'fault', '', { traceId: 'trace' })],
    ['a gateway that gives up at it', () => new ApiProblem(504, 'http-504', '')],
    ['an answer that takes too long', () => new NoConnection(true)],
    ['a fault of this program', () => new TypeError('undefined is no function')],
  ])('%s at one parcel lets the others pass, and after a few tries it waits for a person', async (_name, fault) => {
    const { outbox } = await phoneWith()
    await outbox.add(parcel('a', 'household'))
    await outbox.add(parcel('b', 'household'))
    const sent: string[] = []
    const send = async ({ id }: { id: string }) => (id === 'a' ? Promise.reject(fault()) : (sent.push(id), undefined))

    for (let time = 1; time <= MostTries; time++) {
      await outbox.add(parcel(`c${time}`))
      expect(await drain(outbox, send)).toBe(time < MostTries ? 'later' : 'done')
      expect(sent).toHaveLength(time)
    }

    // What is about the same household waits behind it.
    expect((await outbox.list()).map(({ id, state }) => [id, state])).toEqual([
      ['a', 'failed'],
      ['b', 'waiting'],
    ])
    expect((await outbox.list())[0]!.problem?.traceId).toBe(fault() instanceof ApiProblem ? (fault() as ApiProblem).traceId : undefined)
    expect(sent).not.toContain('b')
  })

  test('a parcel that waits for a person is sent again when the person says so, and then what waits behind it', async () => {
    const { outbox } = await phoneWith()
    await outbox.add(parcel('a', 'household'))
    await outbox.add(parcel('b', 'household'))
    for (let time = 0; time < MostTries; time++) await drain(outbox, async () => Promise.reject(new ApiProblem(500, 'fault', '')))
    const sent: string[] = []

    await tryAgain(outbox)
    expect(await outbox.list()).toMatchObject([{ state: 'waiting', tries: 0 }, { state: 'waiting' }])
    await drain(outbox, async ({ id }) => (sent.push(id), undefined))

    expect(sent).toEqual(['a', 'b'])
  })

  test('a phone that cannot keep what became of a parcel does not hold that against it', async () => {
    const { outbox } = await phoneWith('a')
    outbox.done = async () => Promise.reject(new SignedOut())

    for (let time = 0; time < MostTries; time++) await expect(drain(outbox, async () => undefined)).rejects.toBeInstanceOf(SignedOut)

    expect(await outbox.list()).toMatchObject([{ state: 'waiting', tries: 0 }])
  })

  test('a conflict waits for a person with what the service has, and others go on', async () => {
    const { outbox } = await phoneWith('a', 'b')

    await drain(outbox, async ({ id }) => {
      if (id === 'a') throw new ApiProblem(409, 'enrolled-differently', 'Enrolled.', { current: { id: 'there' } })
      return undefined
    })

    expect(await outbox.list()).toMatchObject([{ id: 'a', state: 'conflict', problem: { current: { id: 'there' } } }])
  })

  test('what the checks refuse keeps its findings', async () => {
    const { outbox } = await phoneWith('a')
    const errors = [{ field: 'members[0].idNumber', code: 'id-check', message: 'wrong' }]

    await drain(outbox, async () => Promise.reject(new ApiProblem(422, 'invalid', '', { errors })))

    expect(await outbox.list()).toMatchObject([{ state: 'refused', problem: { errors } }])
  })

  test('what was sent is followed from then on', async () => {
    const { outbox } = await phoneWith('a')

    await drain(outbox, async () => ({ id: 'household', content: { status: 'received' } }))

    expect(await outbox.sent()).toMatchObject([{ id: 'household', content: { status: 'received' } }])
  })
})

test('the same parcel twice is one', async () => {
  const { outbox } = await phoneWith('a')
  await outbox.add(parcel('a'))
  expect(await outbox.list()).toHaveLength(1)
})

test('into the outbox and out of the drafts at once, and back', async () => {
  const { outbox, drafts } = await phoneWith()
  await drafts.save('d', { step: 3 })

  await outbox.add({ ...parcel('d'), body: 1 }, 'd')
  expect([await drafts.list(), (await outbox.list()).length]).toEqual([[], 1])

  await outbox.takeBack((await outbox.list())[0]!, { step: 4 })
  expect([(await drafts.find('d'))?.content, (await outbox.list()).length]).toEqual([{ step: 4 }, 0])
})

describe('nextOf', () => {
  const of = (id: string, subject: string, state: Parcel['state']) => ({ id, subject, state }) as Parcel

  test('nothing passes another about the same thing that waits for a person', () => {
    const parcels = [of('a', 'x', 'conflict'), of('b', 'x', 'waiting'), of('c', 'y', 'waiting')]
    expect(nextOf(parcels)?.id).toBe('c')
    expect(nextOf(parcels.slice(0, 2))).toBeUndefined()
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

test('an answer about what was sent before does not overwrite what was sent since', async () => {
  const { outbox } = await phoneWith('a')
  await drain(outbox, async () => ({ id: 'household', content: 'needsReview' }))
  const [before] = await outbox.sent()
  await outbox.add(parcel('b'))
  await new Promise((done) => setTimeout(done, 2))
  await drain(outbox, async () => ({ id: 'household', content: 'received' }))

  await outbox.follow(before!, 'needsReview')
  expect(await outbox.sent()).toMatchObject([{ content: 'received' }])

  await outbox.follow((await outbox.sent())[0]!, 'listed')
  expect(await outbox.sent()).toMatchObject([{ content: 'listed' }])
})
