import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { ApiProblem, NoConnection } from '@/api/problem'
import { Pictures } from '@/offline/pictures'
import { drain } from '@/offline/sending'
import { photographParcels, present } from '@/photographs/photograph'
import { about, chosen, phoneWithPictures, visit } from './support/photographs'

vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())

describe('a photograph in the outbox', () => {
  test('it goes after its entry, and the phone keeps it no longer', async () => {
    const { outbox, pictures } = await phoneWithPictures('one', 'two')
    // The visit was given back and came into the outbox after them.
    await outbox.add([...photographParcels(about, [chosen('one'), chosen('two')], 'visit'), visit] as never)
    const sent: string[] = []

    expect(await drain(outbox, async ({ id }) => (sent.push(id), undefined))).toBe('done')

    expect(sent).toEqual(['visit', 'one', 'two'])
    expect([await pictures.find('one'), await pictures.find('two')]).toEqual([undefined, undefined])
  })

  test('while its entry is refused it waits, and nothing else waits for it', async () => {
    const { outbox, pictures } = await phoneWithPictures('one')
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
    const { outbox, pictures } = await phoneWithPictures('one', 'two')
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
    const { outbox, drafts, pictures } = await phoneWithPictures('one')
    await outbox.add([visit, ...photographParcels(about, [chosen('one')], 'visit')] as never)

    await outbox.takeBack(await outbox.list(), { photographs: [chosen('one')] }, 'draft')

    expect((await drafts.find<object>('draft'))?.content).toEqual({ photographs: [chosen('one')] })
    expect(await pictures.find('one')).toBeDefined()
  })

  test('without signal it waits, over a restart too', async () => {
    const { phone, outbox } = await phoneWithPictures('one')
    await outbox.add(photographParcels(about, [chosen('one')]) as never)
    expect(await drain(outbox, async () => Promise.reject(new NoConnection()))).toBe('later')
    phone.restart()
    const { vault, outbox: again } = await phone.signedIn()
    expect((await again.list()).map(({ id, state }) => [id, state])).toEqual([['one', 'waiting']])
    expect(await new Pictures(phone.database, vault).find('one')).toBeDefined()
  })
})

test('what was taken out is not shown', () => {
  const kept = { id: 'a', at: '', by: '', size: 1 }
  expect(present([kept, { ...kept, id: 'b', removal: { at: '', by: '', reason: '' } }] as never).map(({ id }) => id)).toEqual(['a'])
  expect(present(undefined)).toEqual([])
})
