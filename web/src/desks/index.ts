import type { Role } from '@/session/session'
import type { Desk } from '@/desks/desk'
import { auditor } from '@/desks/auditor/desk'
import { healthWorker } from '@/desks/healthWorker/desk'
import { official } from '@/desks/official/desk'
import { operator } from '@/desks/operator/desk'
import { physician } from '@/desks/physician/desk'

export const desks: readonly Desk[] = [healthWorker, physician, official, operator, auditor]

export function deskOf(role: Role): Desk | undefined {
  return desks.find((desk) => desk.roles.includes(role))
}
