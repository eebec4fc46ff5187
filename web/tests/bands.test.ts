import { expect, test } from 'vitest'
import { bandsOf, standingOf, type Goal, type Limit } from '@/records/bands'

const goals: Goal[] = [
  { reading: 'systolic', comparison: 'below', target: 140 },
  { reading: 'diastolic', comparison: 'below', target: 90 },
  { reading: 'fastingGlucose', comparison: 'below', target: 7 },
  { reading: 'doseAdherence', comparison: 'atLeast', target: 90 },
]
const limits: Limit[] = [
  { reading: 'systolic', comparison: 'atLeast', value: 180 },
  { reading: 'diastolic', comparison: 'atLeast', value: 110 },
  { reading: 'fastingGlucose', comparison: 'atLeast', value: 16.7 },
  { reading: 'fastingGlucose', comparison: 'atMost', value: 3.9 },
]

test.each([
  ['systolic', 139, 'on'],
  ['systolic', 140, 'off'],
  ['systolic', 179, 'off'],
  ['systolic', 180, 'urgent'],
  ['diastolic', 89, 'on'],
  ['diastolic', 90, 'off'],
  ['diastolic', 109, 'off'],
  ['diastolic', 110, 'urgent'],
  ['fastingGlucose', 3.9, 'urgent'],
  ['fastingGlucose', 4, 'on'],
  ['fastingGlucose', 6.9, 'on'],
  ['fastingGlucose', 7, 'off'],
  ['fastingGlucose', 16.6, 'off'],
  ['fastingGlucose', 16.7, 'urgent'],
  ['doseAdherence', 89, 'off'],
  ['doseAdherence', 90, 'on'],
  ['weight', 61, 'none'],
])('%s of %d is %s', (code, value, standing) => expect(standingOf({ code, value }, goals, limits)).toBe(standing))

test('the target of glucose begins where it is no longer urgently low', () =>
  expect(bandsOf('fastingGlucose', goals, limits)).toEqual([
    { kind: 'target', from: 3.9, to: 7 },
    { kind: 'urgent', from: 16.7 },
    { kind: 'urgent', to: 3.9 },
  ]))

test('without goal and limit there is no band', () => expect(bandsOf('weight', goals, limits)).toEqual([]))
