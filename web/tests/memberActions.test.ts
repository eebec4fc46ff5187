import { expect, test } from 'vitest'
import { actionsFor, type AboutMember } from '@/records/memberActions'
import { nextVisitOf, readingLines } from '@/records/summary'

const at = '2026-11-20T08:00:00Z'
const reading = (code: string, value: number, unit = 'mmHg', takenAt = at) => ({ code, value, unit, takenAt })
const followUp = (form: string, dueOn: string) => ({ form, dueOn, everyDays: 90 })
const today = '2026-11-29'

const about = (given: Partial<AboutMember>): AboutMember => ({
  householdId: 'h',
  member: 1,
  role: 'healthWorker',
  physicianId: undefined,
  mayChange: true,
  hasRecord: true,
  hasLeft: false,
  hasNoDrugs: false,
  followUps: [],
  visit: undefined,
  plan: undefined,
  responsible: 'P1',
  consultations: [],
  ...given,
})
const names = (given: Partial<AboutMember>) => {
  const { main, first, more } = actionsFor(about(given))
  return { main: main?.name, first: first.map(({ name }) => name), more: more.map(({ name }) => name) }
}

test('blood pressure is one reading, with the worse mark, and what has to be minded comes first', () => {
  const goals = [{ reading: 'systolic', comparison: 'below', target: 140 } as const]
  const limits = [{ reading: 'fastingGlucose', comparison: 'atLeast', value: 16.7 } as const]
  const lines = readingLines(
    [reading('diastolic', 88), reading('fastingGlucose', 17, 'mmol/L'), reading('height', 160, 'cm'), reading('systolic', 152)],
    goals,
    limits,
  )

  expect(lines.map(({ name, value, standing }) => [name, value, standing])).toEqual([
    ['fastingGlucose', '17', 'urgent'],
    ['bloodPressure', '152/88', 'off'],
    ['height', '160', 'none'],
  ])
})

test('an upper and a lower value of different moments are no blood pressure', () => {
  const lines = readingLines([reading('systolic', 130), reading('diastolic', 80, 'mmHg', '2026-10-01T08:00:00Z')], [], [])

  expect(lines.map(({ name }) => name)).toEqual(['systolic', 'diastolic'])
})

test('all visits that are due are one; otherwise those of the next day', () => {
  expect(nextVisitOf([], today)).toBeUndefined()
  expect(
    nextVisitOf([followUp('diabetes', today), followUp('elderly', '2026-12-24'), followUp('hypertension', '2026-11-01')], today),
  ).toEqual({
    forms: ['diabetes', 'hypertension'],
    dueOn: '2026-11-01',
    isDue: true,
    isPressing: true,
  })
  expect(nextVisitOf([followUp('elderly', '2026-12-24'), followUp('diabetes', '2026-12-01')], today)).toEqual({
    forms: ['diabetes'],
    dueOn: '2026-12-01',
    isDue: false,
    isPressing: false,
  })
})

test('the visit that is due is the one main action, several as one', () => {
  const followUps = [followUp('diabetes', today), followUp('hypertension', '2026-11-01')]
  const { main, first } = actionsFor(about({ followUps, visit: nextVisitOf(followUps, today) }))

  expect(main?.to).toBe('/households/h/members/1/visits/diabetes+hypertension')
  expect(first.map(({ name }) => name)).toEqual(['visit', 'refer', 'ask', 'book', 'medication'])
  expect(first[0]).toBe(main)
})

test('to a physician, too, several forms that are due are one visit', () => {
  const followUps = [followUp('diabetes', today), followUp('hypertension', '2026-11-01')]
  const { main } = actionsFor(about({ followUps, visit: nextVisitOf(followUps, today), role: 'physician' }))
  expect([main?.to, main?.forms]).toEqual(['/panel/h/members/1/visits/diabetes+hypertension', ['diabetes', 'hypertension']])
})

test('where nothing is due nothing stands out, and no page has two ways', () => {
  const followUps = [followUp('hypertension', '2026-12-20')]
  const { main, first, more } = names({ followUps, visit: nextVisitOf(followUps, today) })
  expect(main).toBeUndefined()
  expect(first[0]).toBe('visit')
  expect(more.filter((name) => name === 'visit')).toHaveLength(1)
})

test('to somebody who is urgent the next visit is the main action, whenever it is due', () => {
  const followUps = [followUp('hypertension', '2026-12-20')]
  expect(nextVisitOf(followUps, today, true)).toMatchObject({ isDue: false, isPressing: true })
  expect(names({ followUps, visit: nextVisitOf(followUps, today, true) }).main).toBe('visit')
})

test('a question that waits is no further away than the visit', () => {
  const waits = [{ awaitsUnderstanding: true, awaitsPhysician: false, awaitsOpinion: false }] as unknown as AboutMember['consultations']
  expect(names({ consultations: waits }).first[0]).toBe('consultationsWaiting')
  expect(names({ consultations: waits, role: 'physician' }).more).toContain('consultations')
})

test('to a physician a plan that waits for the decision is the main action where no visit is due', () => {
  const plan = { steps: ['decide'], status: 'draft' } as unknown as AboutMember['plan']
  const given = { role: 'physician', physicianId: 'P1', plan } as const
  expect(names(given).main).toBe('decide')
  expect(names(given).more).toEqual(expect.arrayContaining(['call', 'contract', 'transfer']))
  const followUps = [followUp('hypertension', today)]
  const { main, first } = names({ ...given, followUps, visit: nextVisitOf(followUps, today) })
  expect([main, first[1]]).toEqual(['visit', 'decide'])
})

test('only the responsible physician calls a conference and hands the household over', () => {
  const { more } = names({ role: 'physician', physicianId: 'P2' })
  expect(more).toContain('contract')
  expect(more).not.toContain('call')
  expect(more).not.toContain('transfer')
})

test('a guest reads and changes nothing', () => {
  const { main, first, more } = names({
    role: 'physician',
    physicianId: 'P9',
    mayChange: false,
    followUps: [followUp('hypertension', today)],
  })
  expect(main).toBeUndefined()
  expect(first).toEqual(['medication'])
  expect(more).toEqual(['consultations', 'appointments', 'testReports'])
})

test('of somebody who has left no visit is made', () => {
  expect(names({ hasLeft: true, followUps: [followUp('hypertension', today)] }).more).not.toContain('visit')
})
