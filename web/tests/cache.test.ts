import { expect, test, vi } from 'vitest'
import { Cache } from '@/offline/cache'
import { Phone } from './support/phone'

const isUnreachable = (): boolean => true

async function signedIn() {
  const phone = new Phone()
  const { vault } = await phone.signedIn()
  return { phone, vault, cache: new Cache(phone.database, vault) }
}

test('an answer that is shown is kept, and is what there is without signal', async () => {
  const { cache } = await signedIn()

  expect(await cache.fresh('household', async () => 'new', isUnreachable)).toMatchObject({ value: 'new', isOld: false })

  expect((await cache.find('household'))?.value).toBe('new')
  expect(await cache.fresh('household', () => Promise.reject(new Error('away')), isUnreachable)).toMatchObject({
    value: 'new',
    isOld: true,
  })
})

test('an answer that comes after sign-out leaves nothing on the phone', async () => {
  const { phone, vault, cache } = await signedIn()
  await phone.database.forget(vault.owner)

  await cache.keep('household', 'late')

  expect(await phone.database.cache.count()).toBe(0)
})

test('a full disk keeps nothing, and disturbs nobody', async () => {
  const { phone, cache } = await signedIn()
  vi.spyOn(phone.database.cache, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))

  await cache.keep('household', 'too much')

  expect(await cache.find('household')).toBeUndefined()
})

test('of a household that is no longer theirs nothing stays, and all else does', async () => {
  const { cache } = await signedIn()
  for (const name of ['household:h1', 'member:h1:1', 'medication:h1:1', 'receivers:h1:cardiology', 'household:h12', 'forms'])
    await cache.keep(name, name)

  await cache.forget('h1')

  const kept = await Promise.all(
    ['household:h1', 'member:h1:1', 'medication:h1:1', 'receivers:h1:cardiology', 'household:h12', 'forms'].map((name) => cache.find(name)),
  )
  expect(kept.map((one) => one?.value)).toEqual([undefined, undefined, undefined, undefined, 'household:h12', 'forms'])
})
