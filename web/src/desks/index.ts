import type { Role } from '@/session/session'
import type { Desk } from './desk'
import { auditor } from './auditor/desk'
import { healthWorker } from './healthWorker/desk'
import { official } from './official/desk'
import { operator } from './operator/desk'
import { physician } from './physician/desk'

export const desks: readonly Desk[] = [healthWorker, physician, official, operator, auditor]

export function deskOf(role: Role): Desk | undefined {
  return desks.find((desk) => desk.roles.includes(role))
}
