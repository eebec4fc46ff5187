import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { forgetUnnamed } from '@/desks/healthWorker/photographs/forgetUnnamed'
import { Cache } from '@/offline/cache'
import { SignedOut } from '@/offline/database'
import { Pictures } from '@/offline/pictures'
import { photographParcels } from '@/photographs/photograph'
import { about, chosen, phoneWithPictures, picture, visit } from './support/photographs'

vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())

describe('on the phone', () => {
  test('a picture is sealed, without growing by a third, and opens for who kept it alone', async () => {
    const { phone, pictures } = await phoneWithPictures('one')
    const row = (await phone.database.pictures.get('one'))!
    expect(row.sealed.bytes.byteLength).toBe(2_000 + 16)
    expect(await phone.bytes()).not.toContain('JFIF')
    expect(await (await pictures.find('one'))!.arrayBuffer()).toEqual(await picture().arrayBuffer())
    const other = new Pictures(phone.database, (await phone.signedIn('worker.two')).vault)
    expect(await other.find('one')).toBeUndefined()
  })

  test('a phone that is full says so and loses nothing else', async () => {
    const { phone, outbox, pictures } = await phoneWithPictures('one')
    await outbox.add([visit] as never)
    phone.database.pictures.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(pictures.keep('two', picture())).rejects.toThrow()
    expect([(await outbox.list()).length, (await pictures.find('one'))?.size]).toEqual([1, 2_000])
  })

  test('what neither a draft nor a parcel names goes after a day', async () => {
    const { phone, outbox, drafts, pictures } = await phoneWithPictures('sent', 'begun', 'left', 'new')
    await outbox.add(photographParcels(about, [chosen('sent')]) as never)
    await drafts.save('draft', { kind: 'visit', photographs: [chosen('begun')] })
    const dayAgo = Date.now() - 24 * 3_600_000 - 1
    for (const id of ['sent', 'begun', 'left']) await phone.database.pictures.update(id, { keptAt: dayAgo })

    await forgetUnnamed(pictures, outbox, drafts)

    expect((await phone.database.pictures.toCollection().primaryKeys()).sort()).toEqual(['begun', 'new', 'sent'])
  })

  test('who signs out takes the pictures along', async () => {
    const { phone, vault, pictures } = await phoneWithPictures('one')
    await phone.database.forget(vault.owner)
    expect(await phone.database.pictures.count()).toBe(0)
    await expect(pictures.keep('two', picture())).rejects.toBeInstanceOf(SignedOut)
  })

  test('of those that were seen the newest are kept, and go with their household', async () => {
    const { phone, vault } = await phoneWithPictures()
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
