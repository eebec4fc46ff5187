import { expect, test } from 'vitest'
import { alignMembers } from '@/desks/healthWorker/conflict/alignMembers'
import { differences, merged, type Side } from '@/desks/healthWorker/conflict/differences'
import type { EnrolmentRequest } from '@/desks/healthWorker/enrolment/form'

const base: EnrolmentRequest = {
  registrationNumber: 'EXAMPLE-000001',
  villageCode: '441402004001',
  kind: 'general',
  address: '示范路1号',
  causes: ['illness', 'skills'],
  members: [{ number: 1, name: '示例甲', relationship: '0', idNumber: '441499196602030017', conditions: [{ code: 'I10' }] }],
}
const head = base.members[0]!
const by = (side: Side) => () => side

test('the same in another order is the same', () =>
  expect(differences(base, { ...base, causes: ['skills', 'illness'], phone: null }, base)).toEqual([]))

test('tells who changed what', () => {
  const mine = { ...base, address: '示范路2号', phone: '13800000000' }
  const theirs = { ...base, address: '示范路3号', kind: 'extremePoverty' }

  const found = differences(mine, theirs, base).map(({ field, changedBy }) => [field, changedBy])

  expect(found).toEqual([
    ['address', undefined],
    ['phone', 'mine'],
    ['kind', 'theirs'],
  ])
})

test('enrolled twice, nobody knows who changed it', () =>
  expect(differences({ ...base, phone: '13800000000' }, base)).toMatchObject([{ field: 'phone', changedBy: undefined }]))

test('keeps what only one side changed, and the chosen side of the rest', () => {
  const mine = { ...base, address: '示范路2号', phone: '13800000000' }
  const theirs = { ...base, address: '示范路3号', kind: 'extremePoverty' }
  const all = differences(mine, theirs, base)

  expect(merged(mine, theirs, all, ({ changedBy }) => changedBy ?? 'theirs')).toMatchObject({
    address: '示范路3号',
    phone: '13800000000',
    kind: 'extremePoverty',
  })
})

test('enrolled twice, a member of mine is only added when the worker says so', () => {
  const mine = { ...base, members: [head, { number: 2, name: '示例乙', relationship: '1' }] }
  const [added] = differences(mine, base)
  expect(added).toMatchObject({ field: 'member', changedBy: undefined })
  expect(merged(mine, base, [added!], by('theirs')).members).toHaveLength(1)
})

test('a member that one side added is not lost', () => {
  const mine = { ...base, members: [head, { number: 2, name: '示例乙', relationship: '1' }] }
  const theirs = { ...base, members: [head, { number: 3, name: '示例丙', relationship: '2' }] }

  const result = merged(mine, theirs, differences(mine, theirs, base), ({ changedBy }) => changedBy!)

  expect(result.members.map(({ name }) => name)).toEqual(['示例甲', '示例乙', '示例丙'])
})

test('the readings that the worker took stay whatever is chosen', () => {
  const readings = [{ code: 'systolic', value: 150 }]
  const mine = { ...base, members: [{ ...head, readings }] }

  expect(merged(mine, base, differences(mine, base, base), by('theirs')).members[0]!.readings).toEqual(readings)
})

test('what mine left out is left out when mine is chosen', () => {
  const { address: _, ...mine } = base
  expect(merged(mine, base, differences(mine, base, base), by('mine'))).toEqual({ ...mine })
})

test('two people who were given the same number are two people', () => {
  const two: EnrolmentRequest = {
    ...base,
    members: [head, { number: 2, name: '示例乙', relationship: '1', idNumber: '441499196804050024' }],
  }
  const other: EnrolmentRequest = { ...base, members: [head, { number: 2, name: '示例丙', relationship: '2', idMissingReason: 'newborn' }] }

  const mine = alignMembers(two, other, base)
  const result = merged(mine, other, differences(mine, other, base), ({ changedBy }) => changedBy!)

  expect(result.members.map(({ number, name }) => [number, name])).toEqual([
    [1, '示例甲'],
    [2, '示例丙'],
    [3, '示例乙'],
  ])
})

test('the same person under another number is one person', () => {
  const two = { number: 2, name: '示例乙', relationship: '1', idNumber: '441499196804050024' }
  const mine = alignMembers({ ...base, members: [two, { ...head, number: 1 }] }, { ...base, members: [head, { ...two, number: 5 }] })

  expect(mine.members.map(({ number }) => number)).toEqual([5, 1])
})
