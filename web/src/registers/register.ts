import type { Schemas } from '@/api'

export type Register = Schemas['Register']
export type RegisterLine = Schemas['RegisterLine']

export const standings = ['in', 'out', 'never', 'overdue'] as const
/** In control, not in control, not visited yet, overdue. */
export type Standing = (typeof standings)[number]

export function isStanding(line: RegisterLine, standing: Standing): boolean {
  if (standing === 'overdue') return line.overdueDays > 0
  if (standing === 'never') return line.inControl === undefined
  return line.inControl === (standing === 'in')
}

export const keyOf = ({ householdId, member }: RegisterLine): string => `${householdId}/${member}`

/** As the last visit found it. */
export const standingOf = ({ inControl }: RegisterLine): Standing => (inControl === undefined ? 'never' : inControl ? 'in' : 'out')
