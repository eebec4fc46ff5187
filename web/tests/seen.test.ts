import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useSeen } from '@/offline/seen'

beforeEach(() => setActivePinia(createPinia()))

test('the oldest of what a page shows says from when it is, until all of it is of now', () => {
  const seen = useSeen()
  seen.asking('member:h:1')(2_000)
  seen.asking('referral:h:1:r')(1_000)
  expect(seen.at).toBe(1_000)
  seen.asking('referral:h:1:r')(undefined)
  expect(seen.at).toBe(2_000)
  seen.asking('member:h:1')(undefined)
  expect(seen.at).toBeUndefined()
})

test('lists, forms and names, which are the same for months, say nothing', () => {
  const seen = useSeen()
  for (const name of ['codeLists', 'regions:441402', 'forms', 'physician:P1']) seen.asking(name)(1_000)
  expect(seen.at).toBeUndefined()
})

test('another page begins anew, and what was asked on the one before does not come late', () => {
  const seen = useSeen()
  const late = seen.asking('member:h:1')
  seen.asking('household:h')(1_000)
  seen.turn()
  late(2_000)
  expect(seen.at).toBeUndefined()
})
