import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { ApiProblem, NoConnection } from '@/api/problem'
import { forgetUnnamed } from '@/desks/healthWorker/photographs/forgetUnnamed'
import { Cache } from '@/offline/cache'
import { SignedOut } from '@/offline/database'
import { Pictures } from '@/offline/pictures'
import { drain } from '@/offline/sending'
import { photographParcels, present } from '@/photographs/photograph'
import { fitted, LongestSide, MostBytes, scaled, TooLarge } from '@/photographs/scaling'
import { Phone } from './support/phone'

vi.mock('@/api', () => ({ api: {}, quietApi: {}, answer: (call: unknown) => call, ApiProblem, NoConnection }))

/** As long as is said, with the beginning of a JPEG in it. */
const picture = (length = 2_000) => new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'JFIF', new Uint8Array(length - 8)])
const about = {
  memberKey: { householdId: 'household', member: 1 },
  name: '示例甲',
  entry: { kind: 'visit', id: 'visit', at: '2026-11-29T01:00:00Z' },
}
const visit = { id: 'visit', subject: 'visit:visit', kind: 'visit', body: {} }
const chosen = (id: string) => ({ id, caption: '', size: 2_000 })

async function phoneWith(...ids: string[]) {
  const phone = new Phone()
  const { vault, outbox, drafts } = await phone.signedIn()
  const pictures = new Pictures(phone.database, vault)
  for (const id of ids) await pictures.keep(id, picture())
  return { phone, vault, outbox, drafts, pictures }
}

describe('scaling', () => {
  test.each([
    [
      { width: 4_000, height: 3_000 },
      { width: 1_600, height: 1_200 },
    ],
    [
      { width: 3_000, height: 4_000 },
      { width: 1_200, height: 1_600 },
    ],
    [
      { width: 1_600, height: 900 },
      { width: 1_600, height: 900 },
    ],
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 20_000, height: 3 },
      { width: 1_600, height: 1 },
    ],
  ])('%o is sent as %o', (size, sent) => expect(fitted(size)).toEqual(sent))

  /** How many bytes a picture of a size and quality takes, where a point of the best takes so many. */
  const encoder = (bytesOfPoint: number) => {
    const tried: string[] = []
    const encode = async ({ width, height }: { width: number; height: number }, quality: number) => {
      tried.push(`${width}@${quality}`)
      return { size: Math.round(width * height * bytesOfPoint * quality) } as Blob
    }
    return { tried, encode }
  }

  test('what is small enough is sent at its best', async () => {
    const { tried, encode } = encoder(0.2)
    expect((await scaled({ width: 4_000, height: 3_000 }, encode)).size).toBeLessThanOrEqual(MostBytes)
    expect(tried).toEqual([`${LongestSide}@0.85`])
  })

  test('just at the limit it stays, one byte more is coarser', async () => {
    const sizes = [MostBytes + 1, MostBytes]
    expect((await scaled({ width: 10, height: 10 }, async () => ({ size: sizes.shift() }) as Blob)).size).toBe(MostBytes)
    expect(sizes).toEqual([])
  })

  test('what is too large at every quality is made smaller', async () => {
    const { tried, encode } = encoder(1)
    expect((await scaled({ width: 4_000, height: 3_000 }, encode)).size).toBeLessThanOrEqual(MostBytes)
    expect(tried.slice(0, 5)).toEqual(['1600@0.85', '1600@0.75', '1600@0.65', '1600@0.5', '1200@0.85'])
  })

  test('what no size makes small enough is said', async () => {
    await expect(scaled({ width: 4_000, height: 3_000 }, async () => ({ size: MostBytes + 1 }) as Blob)).rejects.toBeInstanceOf(TooLarge)
  })
})

describe('on the phone', () => {
  test('a picture is sealed, without growing by a third, and opens for who kept it alone', async () => {
    const { phone, pictures } = await phoneWith('one')
    const row = (await phone.database.pictures.get('one'))!
    expect(row.sealed.bytes.byteLength).toBe(2_000 + 16)
    expect(await phone.bytes()).not.toContain('JFIF')
    expect(await (await pictures.find('one'))!.arrayBuffer()).toEqual(await picture().arrayBuffer())
    const other = new Pictures(phone.database, (await phone.signedIn('worker.two')).vault)
    expect(await other.find('one')).toBeUndefined()
  })

  test('it goes after its entry, and the phone keeps it no longer', async () => {
    const { outbox, pictures } = await phoneWith('one', 'two')
    // The visit was given back and came into the outbox after them.
    await outbox.add([...photographParcels(about, [chosen('one'), chosen('two')], 'visit'), visit] as never)
    const sent: string[] = []

    expect(await drain(outbox, async ({ id }) => (sent.push(id), undefined))).toBe('done')

    expect(sent).toEqual(['visit', 'one', 'two'])
    expect([await pictures.find('one'), await pictures.find('two')]).toEqual([undefined, undefined])
  })

  test('while its entry is refused it waits, and nothing else waits for it', async () => {
    const { outbox, pictures } = await phoneWith('one')
    const other = { id: 'other', subject: 'visit:other', kind: 'visit', body: {} }
    await outbox.add([visit, ...photographParcels(about, [chosen('one')], 'visit'), other] as never)
    const sent: string[] = []
    const refuse = async ({ id }: { id: string }) => {
      sent.push(id)
      if (id === 'visit') throw new ApiProblem(422, 'invalid', '')
      return undefined
    }

    await drain(outbox, refuse)

    expect(sent).toEqual(['visit', 'other'])
    expect((await outbox.list()).map(({ id, state }) => [id, state])).toEqual([
      ['visit', 'refused'],
      ['one', 'waiting'],
    ])
    expect(await pictures.find('one')).toBeDefined()
  })

  test('one that is refused stays with its picture until somebody drops it', async () => {
    const { outbox, pictures } = await phoneWith('one', 'two')
    await outbox.add(photographParcels(about, [chosen('one'), chosen('two')]) as never)
    await drain(outbox, async ({ id }) => {
      if (id === 'one') throw new ApiProblem(409, 'photographs-of-entry-full', '')
      return undefined
    })

    const [refused, ...others] = await outbox.list()
    expect([refused?.id, refused?.state, others.length]).toEqual(['one', 'conflict', 0])
    expect(await pictures.find('one')).toBeDefined()
    await outbox.takeBack(refused!)
    expect([(await outbox.list()).length, await pictures.find('one')]).toEqual([0, undefined])
  })

  test('taken back into a draft it keeps its picture', async () => {
    const { outbox, drafts, pictures } = await phoneWith('one')
    await outbox.add([visit, ...photographParcels(about, [chosen('one')], 'visit')] as never)

    await outbox.takeBack(await outbox.list(), { photographs: [chosen('one')] }, 'draft')

    expect((await drafts.find<object>('draft'))?.content).toEqual({ photographs: [chosen('one')] })
    expect(await pictures.find('one')).toBeDefined()
  })

  test('without signal it waits, over a restart too', async () => {
    const { phone, outbox } = await phoneWith('one')
    await outbox.add(photographParcels(about, [chosen('one')]) as never)
    expect(await drain(outbox, async () => Promise.reject(new NoConnection()))).toBe('later')
    phone.restart()
    const { vault, outbox: again } = await phone.signedIn()
    expect((await again.list()).map(({ id, state }) => [id, state])).toEqual([['one', 'waiting']])
    expect(await new Pictures(phone.database, vault).find('one')).toBeDefined()
  })

  test('a phone that is full says so and loses nothing else', async () => {
    const { phone, outbox, pictures } = await phoneWith('one')
    await outbox.add([visit] as never)
    phone.database.pictures.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(pictures.keep('two', picture())).rejects.toThrow()
    expect([(await outbox.list()).length, (await pictures.find('one'))?.size]).toEqual([1, 2_000])
  })

  test('what neither a draft nor a parcel names goes after a day', async () => {
    const { phone, outbox, drafts, pictures } = await phoneWith('sent', 'begun', 'left', 'new')
    await outbox.add(photographParcels(about, [chosen('sent')]) as never)
    await drafts.save('draft', { kind: 'visit', photographs: [chosen('begun')] })
    const dayAgo = Date.now() - 24 * 3_600_000 - 1
    for (const id of ['sent', 'begun', 'left']) await phone.database.pictures.update(id, { keptAt: dayAgo })

    await forgetUnnamed(pictures, outbox, drafts)

    expect((await phone.database.pictures.toCollection().primaryKeys()).sort()).toEqual(['begun', 'new', 'sent'])
  })

  test('who signs out takes the pictures along', async () => {
    const { phone, vault, pictures } = await phoneWith('one')
    await phone.database.forget(vault.owner)
    expect(await phone.database.pictures.count()).toBe(0)
    await expect(pictures.keep('two', picture())).rejects.toBeInstanceOf(SignedOut)
  })

  test('of those that were seen the newest are kept, and go with their household', async () => {
    const { phone, vault } = await phoneWith()
    const cache = new Cache(phone.database, vault)
    await cache.keep('member:household:1', {})
    for (const id of ['a', 'b', 'c']) {
      await cache.keepBytes('photograph:', `photograph:household:1:${id}`, new ArrayBuffer(8), 2)
      await new Promise((done) => setTimeout(done, 2))
    }
    const found = await Promise.all(['a', 'b', 'c'].map((id) => cache.findBytes(`photograph:household:1:${id}`)))
    expect(found.map((bytes) => bytes?.byteLength)).toEqual([undefined, 8, 8])
    expect(await cache.find('member:household:1')).toBeDefined()

    await cache.forgetOne('photograph:household:1:b')
    expect(await cache.findBytes('photograph:household:1:b')).toBeUndefined()
    await cache.forget('household')

    expect(await cache.findBytes('photograph:household:1:c')).toBeUndefined()
  })
})

test('what was taken out is not shown', () => {
  const kept = { id: 'a', at: '', by: '', size: 1 }
  expect(present([kept, { ...kept, id: 'b', removal: { at: '', by: '', reason: '' } }] as never).map(({ id }) => id)).toEqual(['a'])
  expect(present(undefined)).toEqual([])
})
