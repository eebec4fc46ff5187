import { describe, expect, test } from 'vitest'
import type { Schemas } from '@/api'
import { countNow, peopleOf, visitsPath, type DoneHere } from '@/worklists/toDo'

type Line = Schemas['WorklistLine']

const nothing: DoneHere = { hasVisited: () => false, hasSettled: () => false }
const followUp = (form: string, dueOn: string) => ({ form, dueOn, everyDays: 90 })
const task = (kind: string, dueOn: string, more: object = {}) => ({ kind, reference: 'r', member: 1, dueOn, urgent: false, ...more })
const line = (more: Partial<Line> = {}): Line => ({
  householdId: 'h',
  member: 1,
  villageCode: '441402004001',
  headName: '示例甲',
  name: '示例甲',
  conditions: [],
  urgency: 'due',
  overdueDays: 0,
  followUps: [],
  tasks: [],
  urgencies: [],
  ...more,
})
const pressure = { reading: 'systolic', value: 192, on: '2026-11-28', at: '2026-11-28T02:00:00Z' }
const listOf = (lines: Line[], done: DoneHere = nothing) => peopleOf(lines, '2026-11-29', '2026-12-13', done)

describe('the list', () => {
  test('makes one visit of all forms that are due, in the order of their days', () => {
    const [person] = listOf([line({ followUps: [followUp('type2Diabetes', '2026-12-05'), followUp('hypertension', '2026-11-20')] })])
    expect(person).toMatchObject({ standing: 'overdue', dueOn: '2026-11-20', toDos: [{ kind: 'followUp' }] })
    expect(person!.toDos[0]!.to).toBe(visitsPath('h', 1, ['hypertension', 'type2Diabetes']))
  })

  test('leaves out what is due later, and who has nothing to do by then', () => {
    const later = [followUp('elderlyHealthCheck', '2027-06-01')]
    expect(listOf([line({ followUps: later }), line({ householdId: 'other', tasks: [task('contract', '2027-01-01')] })])).toEqual([])
    const [person] = listOf([line({ followUps: [...later, followUp('hypertension', '2026-12-13')] })])
    expect(person!.toDos.flatMap(({ forms }) => forms.map(({ form }) => form))).toEqual(['hypertension'])
  })

  test('has for whoever is urgent the first visit, however late it is due', () => {
    const followUps = [followUp('elderlyHealthCheck', '2027-06-01'), followUp('hypertension', '2027-01-20')]
    const [person] = listOf([line({ urgency: 'urgent', urgencies: [pressure], followUps })])
    expect(person).toMatchObject({ standing: 'urgent', urgencies: [pressure] })
    expect(person!.toDos[0]!.forms.map(({ form }) => form)).toEqual(['hypertension'])
  })

  test('leaves out what was entered and waits to be sent, and nothing else of that person', () => {
    const tasks = [task('activity', '2026-11-30', { reference: 'diet' }), task('activity', '2026-11-30', { reference: 'exercise' })]
    const hasEntered = (householdId: string, { reference }: { reference: string }) => householdId === 'h' && reference === 'diet'
    const people = listOf([line({ tasks })], { ...nothing, hasEntered })
    expect(people.flatMap(({ toDos }) => toDos.map(({ key }) => key))).toEqual(['activity/1/exercise'])
  })

  test('has the telephone, and what an activity is called', () => {
    const label = { 'zh-CN': '膳食指导', en: 'Diet guidance' }
    const tasks = [task('activity', '2026-11-30', { label, discipline: 'publicHealth' })]
    const [person] = listOf([line({ phone: '13800000000', tasks })])
    expect(person).toMatchObject({ phone: '13800000000', toDos: [{ label, discipline: 'publicHealth' }] })
  })

  test('puts the urgent first, then by day; a task may be urgent without a reading', () => {
    const people = listOf([
      line({ householdId: 'soon', tasks: [task('contract', '2026-12-01')] }),
      line({ householdId: 'today', tasks: [task('appointment', '2026-11-29')] }),
      line({ householdId: 'late', followUps: [followUp('hypertension', '2026-11-01')] }),
      line({ householdId: 'urgent', tasks: [task('referral', '2026-12-10', { urgent: true, note: '请告知家属' })] }),
    ])
    expect(people.map(({ householdId, standing }) => [householdId, standing])).toEqual([
      ['urgent', 'urgent'],
      ['late', 'overdue'],
      ['today', 'today'],
      ['soon', 'soon'],
    ])
    expect(people[0]!.toDos[0]!.note).toBe('请告知家属')
    expect(countNow(people)).toBe(3)
  })

  test('has one row of a person with several things, the most pressing first', () => {
    const [person, ...others] = listOf([
      line({
        followUps: [followUp('hypertension', '2026-12-01')],
        tasks: [task('question', '2026-11-30'), task('referral', '2026-12-08', { urgent: true })],
      }),
    ])
    expect(others).toEqual([])
    expect(person!.toDos.map(({ kind }) => kind)).toEqual(['referral', 'question', 'followUp'])
  })

  test('puts what is to do for the household with its head, who signs for it', () => {
    const contract = task('contract', '2026-12-01', { member: 0 })
    const { member: _member, name: _name, ...whole } = line({ tasks: [contract] })
    const people = listOf([whole as Line, line({ followUps: [followUp('hypertension', '2026-12-02')] })])
    expect(people.map(({ member, toDos }) => [member, toDos.map(({ kind }) => kind)])).toEqual([[1, ['contract', 'followUp']]])
    expect(listOf([whole as Line])).toMatchObject([{ member: undefined, name: '示例甲', toDos: [{ to: '/households/h/contract' }] }])
  })

  test('is without what was done on this phone since', () => {
    const lines = [line({ urgency: 'urgent', urgencies: [pressure], followUps: [followUp('hypertension', '2026-12-01')] })]
    expect(listOf(lines, { hasVisited: (_household, _member, form) => form === 'hypertension', hasSettled: () => true })).toEqual([])
    expect(listOf(lines, { ...nothing, hasSettled: () => true })).toMatchObject([{ standing: 'soon', urgencies: [] }])
    // The visit found it urgent again.
    expect(listOf(lines, { ...nothing, hasVisited: () => true })).toMatchObject([{ standing: 'urgent', toDos: [] }])
  })
})
