import { expect, test } from 'vitest'
import { pathOfTask } from '@/worklists/taskPath'

const id = '4f8fad5bd9cb469fa16570867728950e'
const task = (kind: string, reference: string, member = 2) => ({ kind, reference, member, dueOn: '2026-12-01', urgent: false })

test.each([
  ['question', `${id}:pharmacy`, `/panel/h/members/2/consultations/${id}`],
  ['guidance', id, `/panel/h/members/2/consultations/${id}`],
  ['referral', `${id}/family`, `/cases/h/2/referrals/${id}`],
  ['conference', id, `/cases/h/2/conferences/${id}`],
  ['appointment', id, '/cases/h/2/appointments'],
  ['opinion', 'cardiology', '/panel/h/members/2/plan/opinions/cardiology'],
  ['decision', 'plan', '/panel/h/members/2/plan'],
  ['testReport', id, '/panel/h/members/2/test-reports'],
  ['activity', 'exercise', '/panel/h/members/2'],
])('a task of kind %s leads to where it is done', (kind, reference, path) => {
  expect(pathOfTask('/panel', 'h', task(kind, reference))).toBe(path)
})

test('what is about the household as a whole leads there', () => {
  expect(pathOfTask('/households', 'h', task('contract', '2026', 0))).toBe('/households/h/contract')
  expect(pathOfTask('/panel', 'h', task('transfer', id, 0))).toBe('/panel/h/transfer')
})
