import { describe, expect, it } from 'vitest'
import type { PlanForm } from '@/desks/physician/plan/form'
import { areEqual, meanwhile, merged } from '@/desks/physician/plan/merge'

const goal = (code: string, target: number) => ({
  code,
  reading: 'systolic',
  comparison: 'below' as const,
  target,
  unit: 'mmHg',
  by: '2027-01-01',
  text: '收缩压',
})
const activity = (code: string, everyDays: number) => ({
  code,
  kind: 'treatment',
  discipline: 'cardiology',
  everyDays,
  startsOn: '2026-12-01',
  endsOn: null,
  text: '复诊',
  instructions: '复诊',
})
const form = (goals: PlanForm['goals'], activities: PlanForm['activities'] = []): PlanForm => ({ goals, activities, followUps: [] })

describe('two people on one plan', () => {
  it('takes over what only the other changed', () => {
    const base = form([goal('a', 140)], [activity('x', 30)])
    const changes = meanwhile(base, form([goal('a', 140)], []), form([goal('a', 130)], [activity('x', 30)]))

    expect(changes.map(({ key, isConflict }) => [key, isConflict])).toEqual([['goals/a', false]])
    expect(merged(form([goal('a', 140)], []), changes, new Map())).toEqual(form([goal('a', 130)], []))
  })

  it('asks where both changed the same, and does as it is told', () => {
    const [base, mine, theirs] = [form([goal('a', 140)]), form([goal('a', 120)]), form([goal('a', 130)])]
    const changes = meanwhile(base, mine, theirs)

    expect(changes[0]?.isConflict).toBe(true)
    expect(merged(mine, changes, new Map()).goals[0]?.target).toBe(120)
    expect(merged(mine, changes, new Map([['goals/a', 'theirs']])).goals[0]?.target).toBe(130)
  })

  it('knows what was added, taken out, or changed and taken out', () => {
    const base = form([goal('a', 140), goal('b', 90)])
    const mine = form([goal('a', 120), goal('b', 90)])
    const theirs = form([goal('c', 1)])
    const changes = meanwhile(base, mine, theirs)

    expect(changes.map(({ key, isConflict }) => [key, isConflict])).toEqual([
      ['goals/a', true],
      ['goals/b', false],
      ['goals/c', false],
    ])
    expect(merged(mine, changes, new Map()).goals.map(({ code }) => code)).toEqual(['a', 'c'])
    expect(merged(mine, changes, new Map([['goals/a', 'theirs']])).goals.map(({ code }) => code)).toEqual(['c'])
  })

  it('has nothing to say where both did the same', () => {
    expect(meanwhile(form([goal('a', 140)]), form([goal('a', 130)]), form([goal('a', 130)]))).toEqual([])
    expect(areEqual({ ...activity('x', 1), endsOn: null }, (({ endsOn: _, ...rest }) => rest)(activity('x', 1)) as never)).toBe(true)
  })
})
