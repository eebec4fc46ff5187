import { expect, test } from 'vitest'
import { Phone } from './support/phone'
import { SignedOut } from '@/offline/database'
import { Drafts } from '@/offline/drafts'
import { open, seal } from '@/offline/sealing'

test('after a restart the password opens what was kept', async () => {
  const phone = new Phone()
  const { drafts } = await phone.signedIn()
  await drafts.save('one', { name: '示例甲' })
  phone.restart()

  const again = await phone.signedIn()

  expect((await again.drafts.list<{ name: string }>())[0]?.content.name).toBe('示例甲')
  expect(await phone.vaults.sessionOf(again.vault)).toEqual({ user: 'worker.one' })
})

test('another password opens nothing', async () => {
  const phone = new Phone()
  await phone.signedIn()

  expect(await phone.vaults.unlock('worker.one', 'another password')).toBeUndefined()
  expect(await phone.vaults.unlock('worker.two', 'a long enough password')).toBeNull()
})

test('a changed password opens what was kept under the former one, and the former one does not', async () => {
  const phone = new Phone()
  const { vault, drafts } = await phone.signedIn()
  await drafts.save('one', 'kept')

  await phone.vaults.lock(vault, 'the new password', {})

  expect(await phone.vaults.unlock('worker.one', 'a long enough password')).toBeUndefined()
  expect(await phone.vaults.unlock('worker.one', 'the new password')).toMatchObject({ owner: vault.owner })
})

test('nothing lies on the phone in the clear', async () => {
  const phone = new Phone()
  const { drafts, outbox } = await phone.signedIn('worker.one')
  await drafts.save('one', { name: 'Somebody Known', idNumber: '441499196602030017' })
  await outbox.add({ id: 'two', subject: 'EXAMPLE-1', kind: 'enrol', body: { address: 'Somewhere 1' } })

  const bytes = await phone.bytes()

  for (const secret of ['Somebody', '441499', 'EXAMPLE-1', 'Somewhere', 'worker.one']) expect(bytes).not.toContain(secret)
})

test('sign-out takes everything of the user, and nothing of another', async () => {
  const phone = new Phone()
  const one = await phone.signedIn('worker.one')
  const two = await phone.signedIn('worker.two')
  await one.drafts.save('one', 1)
  await one.outbox.add({ id: 'o', subject: 's', kind: 'enrol', body: 1 })
  await two.drafts.save('two', 2)

  await phone.database.forget(one.vault.owner)

  expect(await one.drafts.list()).toEqual([])
  expect(await one.outbox.list()).toEqual([])
  expect(await phone.vaults.unlock('worker.one', 'a long enough password')).toBeNull()
  expect((await two.drafts.list())[0]?.content).toBe(2)
})

test('after sign-out in another window nothing more is kept, and the next sign-in begins on an empty store', async () => {
  const phone = new Phone()
  const former = await phone.signedIn('worker.one')
  const another = await phone.signedIn('worker.two')
  await another.drafts.save('theirs', 'kept')
  const parcel = { id: 'o', subject: 's', kind: 'enrol', body: 1 }
  await former.outbox.add(parcel)
  const [waiting] = await former.outbox.list()
  await phone.database.forget(former.vault.owner)

  await expect(former.drafts.save('late', 1)).rejects.toThrow(SignedOut)
  await expect(former.outbox.add(parcel)).rejects.toThrow(SignedOut)
  await expect(former.outbox.done(waiting!, { id: 'o', content: 1 })).rejects.toThrow(SignedOut)
  await expect(former.outbox.takeBack(waiting!, 1)).rejects.toThrow(SignedOut)
  const { drafts, outbox } = await phone.signedIn('worker.one')
  await drafts.save('own', 'new')

  expect((await drafts.list()).map(({ id }) => id)).toEqual(['own'])
  expect([await outbox.list(), await outbox.sent()]).toEqual([[], []])
  expect((await another.drafts.list()).map(({ id }) => id)).toEqual(['theirs'])
})

test('two windows that sign in at once have one store, with one key', async () => {
  const phone = new Phone()
  const create = () => phone.vaults.create('worker.one', 'a long enough password', {})

  const [one, two] = await Promise.all([create(), create()])
  await new Drafts(phone.database, one!).save('one', 'of the first')
  await new Drafts(phone.database, two!).save('two', 'of the second')

  const { drafts } = await phone.signedIn('worker.one')
  expect((await drafts.list()).map(({ content }) => content).sort()).toEqual(['of the first', 'of the second'])
})

test('a store is held until sign-out, and not by the key of before after the next sign-in', async () => {
  const phone = new Phone()
  const { vault } = await phone.signedIn()
  const isHeld = [await phone.vaults.isHeld(vault)]
  await phone.vaults.lock(vault, 'the new password', {})
  isHeld.push(await phone.vaults.isHeld(vault))
  await phone.database.forget(vault.owner)
  isHeld.push(await phone.vaults.isHeld(vault))
  await phone.signedIn()
  isHeld.push(await phone.vaults.isHeld(vault))

  expect(isHeld).toEqual([true, true, false, false])
})

test('what was sealed for one place cannot be opened in another', async () => {
  const { vault } = await new Phone().signedIn()
  const sealed = await seal(vault.key, 'draft:one', 'text')

  await expect(open(vault.key, 'draft:two', sealed)).rejects.toThrow()
})
