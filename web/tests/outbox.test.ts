import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { drain } from '@/offline/sending'
import { parcel, phoneWith } from './support/phone'

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
