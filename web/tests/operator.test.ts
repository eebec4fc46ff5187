import { expect, test } from 'vitest'
import { changeOf, emptyForm, found, withRegion, type Account } from '@/desks/operator/account'
import { coverageAge, durationOf, inOrder, isCoverageOld, queueTimes, stateOf } from '@/desks/operator/operations'
import { newPassword } from '@/desks/operator/password'
import { bodyOf, emptyForm as emptyPhysician } from '@/desks/operator/physician'
import { keyOf, pointerOf, queuesOf, reasonOf, settle, Settled, type Replay } from '@/desks/operator/poisonMessage'
import { actionKey, outcomeOf, rowsOf } from '@/desks/auditor/audit'

const poisonMessage = (queue: string, id: string) => ({
  queue,
  id,
  text: '{"n":"x","v":1,"d":{"household":"0a-1"}}',
  reason: 'storage 503 ServerBusy',
  at: '2026-11-23T00:00:00Z',
  times: 1,
})

test('a poison message says why and about what', () => {
  expect(
    ['storage 503 ServerBusy', 'JsonException', 'unknown', 'NullReferenceException', 'TimeoutException'].map((reason) =>
      reasonOf({ reason }),
    ),
  ).toEqual(['storage', 'message', 'unknown', 'program', 'time'])
  expect([pointerOf(poisonMessage('changes', 'a')), pointerOf({ text: 'no pointer' })]).toEqual(['household 0a-1', 'no pointer'])
  expect(queuesOf([poisonMessage('changes', 'a'), poisonMessage('coverage', 'b'), poisonMessage('coverage', 'c')])).toEqual([
    { queue: 'coverage', count: 2 },
    { queue: 'changes', count: 1 },
  ])
})

test('a replay is settled when all came back, or when none can any more', () => {
  const [one, other] = [poisonMessage('changes', 'a'), poisonMessage('changes', 'b')]
  const replay: Replay = { key: '1', queue: 'changes', count: 2, at: 0, sent: [keyOf(one), keyOf(other)], back: undefined }
  expect(settle(replay, [one], 1_000).back).toBeUndefined()
  expect(settle(replay, [one, other], 1_000).back).toBe(2)
  expect(settle(replay, [one], Settled + 1).back).toBe(1)
  expect(settle(replay, [], Settled + 1).back).toBe(0)
})

test('a new password is long, and reads without doubt', () => {
  expect(newPassword()).toMatch(/^[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}$/)
  expect(newPassword(new Uint8Array(20).fill(255))).toBe('99999-99999-99999-99999')
})

test('of two regions the larger says it all', () => {
  expect(withRegion(['441402'], '441402004')).toEqual(['441402'])
  expect(withRegion(['441402004', '441403'], '441402')).toEqual(['441403', '441402'])
})

test('an account goes by role', () => {
  const form = { ...emptyForm(), displayName: ' 示例 ', physicianId: 'P44-01', regions: ['4414'] }
  expect(changeOf(form)).toEqual({ displayName: '示例', role: 'healthWorker', regions: ['4414'], disabled: false })
  expect(changeOf({ ...form, role: 'physician' }).physicianId).toBe('P44-01')
  const accounts = [
    { userName: 'one', displayName: '甲', role: 'auditor' },
    { userName: 'two', displayName: '乙', role: 'operator' },
  ] as Account[]
  expect([found(accounts, 'TW', ''), found(accounts, '', 'auditor'), found(accounts, '乙', 'auditor')].map(({ length }) => length)).toEqual(
    [1, 1, 0],
  )
})

test('a physician without a phone keeps the one that is there', () => {
  expect(bodyOf({ ...emptyPhysician(), panelSize: '' })).not.toHaveProperty('phone')
})

test('the audit reads', () => {
  const record = { at: '2026-11-23T00:00:00Z', action: 'import.download-refused', traceId: 't' }
  expect(actionKey(record.action)).toBe('import_download-refused')
  expect([undefined, 200, 403, 503].map((status) => outcomeOf({ ...record, ...(status ? { status } : {}) }))).toEqual([
    'open',
    'done',
    'refused',
    'failed',
  ])
  expect(rowsOf([record])[1]).toEqual(['2026-11-23T00:00:00Z', 'import.download-refused', '', '', '', '', '', 't'])
})

test('a duration is told in the units that say something', () => {
  expect(
    [0, 0.0854, 0.9996, 1.25, 59.96, 200, 7_500, 180_000]
      .map(durationOf)
      .map(({ unit, values }) => `${unit} ${values.large} ${values.small}`),
  ).toEqual([
    'milliseconds 0 0',
    'milliseconds 85 0',
    'seconds 1 0',
    'seconds 1.3 0',
    'minutes 1 0',
    'minutes 3 20',
    'hours 2 5',
    'days 2 2',
  ])
})

test('a queue is put aside, behind, running or not known', () => {
  const queue = { waiting: 3, oldestAge: 5, poisonMessages: 0 }
  const { oldestAge, ...unread } = queue
  expect(oldestAge).toBe(5)
  expect(
    [queue, { ...queue, oldestAge: 121 }, { ...queue, oldestAge: 121, poisonMessages: 1 }, unread, { poisonMessages: 2 }].map(stateOf),
  ).toEqual(['running', 'behind', 'poisonMessages', 'unknown', 'poisonMessages'])
})

test('stages stand in the order of the way, and what goes over several is not among them', () => {
  const times = ['reminders', 'changes', 'accept', 'enrolled-to-listed', 'enrolments', 'appointment-claims'].map((stage) => ({
    stage,
    count: 1,
    p50: 1,
    p95: 2,
  }))
  expect(queueTimes({ times }).map(({ stage }) => stage)).toEqual(['enrolments', 'changes', 'appointment-claims', 'reminders'])
  expect(inOrder(['b', 'coverage', 'a'], (name) => name)).toEqual(['coverage', 'a', 'b'])
})

test('coverage is old after a day without its nightly count', () => {
  const at = '2026-11-24T04:00:00Z'
  expect(coverageAge({ at, coverageCountedAt: '2026-11-24T03:59:00Z' })).toBe(60)
  expect(coverageAge({ at })).toBeUndefined()
  expect([undefined, 25 * 3_600, 27 * 3_600].map(isCoverageOld)).toEqual([false, false, true])
})
