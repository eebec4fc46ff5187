import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useReferralPrefill } from '@/referrals/referralPrefill'

const key = { householdId: 'h', member: 1 }
const prefill = { urgency: 'emergency', reason: '收缩压 192 mmHg' }

beforeEach(() => setActivePinia(createPinia()))

test('a referral begins with what was given for the person, once', () => {
  const store = useReferralPrefill()
  store.give(key, prefill)
  expect(store.take({ ...key })).toEqual(prefill)
  expect(store.take(key)).toBeUndefined()
})

test('nobody is referred for what was found at another', () => {
  const store = useReferralPrefill()
  store.give(key, prefill)
  expect(store.take({ householdId: 'h', member: 2 })).toBeUndefined()
  expect(store.take(key)).toBeUndefined()
})
