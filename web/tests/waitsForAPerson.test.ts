import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { ApiProblem, NoConnection } from '@/api/problem'
import type { Parcel } from '@/offline/outbox'
import { drain, MostTries, nextOf, tryAgain } from '@/offline/sending'
import { parcel, phoneWith } from './support/phone'

describe('drain', () => {
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
})

describe('nextOf', () => {
  const of = (id: string, subject: string, state: Parcel['state']) => ({ id, subject, state }) as Parcel

  test('nothing passes another about the same thing that waits for a person', () => {
    const parcels = [of('a', 'x', 'conflict'), of('b', 'x', 'waiting'), of('c', 'y', 'waiting')]
    expect(nextOf(parcels)?.id).toBe('c')
    expect(nextOf(parcels.slice(0, 2))).toBeUndefined()
  })
})
