import type { Schemas } from '@/api'
import { meets } from '@/readings/comparison'

type Comparison = Schemas['Comparison']
export type Goal = Pick<Schemas['Goal'], 'reading' | 'comparison' | 'target'>
export type Limit = Pick<Schemas['UrgentLimit'], 'reading' | 'comparison' | 'value'>

/** How a reading stands: to be treated at once, out of target, on target, or without one. */
export type Standing = 'urgent' | 'off' | 'on' | 'none'

export interface Band {
  kind: 'target' | 'urgent'
  /** Open where it is left out. */
  from?: number
  to?: number
}

const isCeiling = (comparison: Comparison): boolean => comparison === 'below' || comparison === 'atMost'

export function standingOf(reading: { code: string; value: number }, goals: readonly Goal[], limits: readonly Limit[]): Standing {
  if (limits.some((limit) => limit.reading === reading.code && meets(limit.comparison, reading.value, limit.value))) return 'urgent'
  const own = goals.filter((goal) => goal.reading === reading.code)
  if (own.length === 0) return 'none'
  return own.every((goal) => meets(goal.comparison, reading.value, goal.target)) ? 'on' : 'off'
}

/** The target's band, and those that call for treatment at once. What is too low for comfort is not on target either. */
export function bandsOf(code: string, goals: readonly Goal[], limits: readonly Limit[]): Band[] {
  const own = goals.filter((goal) => goal.reading === code)
  const urgent = limits.filter((limit) => limit.reading === code)
  const floors = [
    ...own.filter(({ comparison }) => !isCeiling(comparison)).map(({ target }) => target),
    ...urgent.filter(({ comparison }) => isCeiling(comparison)).map(({ value }) => value),
  ]
  const ceilings = own.filter(({ comparison }) => isCeiling(comparison)).map(({ target }) => target)
  const target: Band = {
    kind: 'target',
    ...(floors.length > 0 ? { from: Math.max(...floors) } : {}),
    ...(ceilings.length > 0 ? { to: Math.min(...ceilings) } : {}),
  }
  return [
    ...(own.length > 0 ? [target] : []),
    ...urgent.map(({ comparison, value }): Band => ({ kind: 'urgent', ...(isCeiling(comparison) ? { to: value } : { from: value }) })),
  ]
}
