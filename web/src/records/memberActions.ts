import type { Schemas } from '@/api'
import type { Role } from '@/session/session'
import { visitsPath } from '@/worklists/toDo'
import { casesPathOf, householdsPathOf, recordPathOf } from './memberPaths'
import type { NextVisit } from './summary'

/** A way from a member's page to what is done there. */
export interface MemberAction {
  /** Of its words: memberLinks. */
  name: string
  to: string
  forms?: readonly string[]
  count?: number
}

export interface MemberActionsOf {
  /** What is due; none where nothing is. */
  main: MemberAction | undefined
  /** With the main one before all others. */
  first: MemberAction[]
  /** Behind a button. */
  more: MemberAction[]
}

export interface AboutMember {
  householdId: string
  member: number
  role: Role | undefined
  physicianId: string | undefined
  mayChange: boolean
  hasRecord: boolean
  hasLeft: boolean
  /** As far as it is known that none is taken. */
  hasNoDrugs: boolean
  followUps: readonly Schemas['DueFollowUp'][]
  visit: NextVisit | undefined
  plan: Pick<Schemas['CarePlan'], 'steps' | 'status'> | undefined
  responsible: string | undefined
  consultations: readonly Schemas['Consultation'][] | undefined
}

const General = 'general'

export function actionsFor(about: AboutMember): MemberActionsOf {
  const { householdId, member, role, plan, visit, mayChange, hasRecord } = about
  const isPhysician = role === 'physician'
  const isResponsible = isPhysician && mayChange && about.physicianId === about.responsible
  const record = recordPathOf({ householdId, member }, role)
  const cases = casesPathOf({ householdId, member })
  const household = `${householdsPathOf(role)}/${householdId}`
  const visitOf = (forms: readonly string[]): MemberAction => ({
    name: 'visit',
    to: isPhysician ? `${record}/visits/${forms.join('+')}` : visitsPath(householdId, member, forms),
    forms,
  })
  const next = visit && mayChange ? visitOf(visit.forms) : undefined
  const otherForms = mayChange && !about.hasLeft ? [...about.followUps.map(({ form }) => form), General] : []
  const waiting =
    about.consultations?.filter((one) => (isPhysician ? one.awaitsPhysician || one.awaitsOpinion : one.awaitsUnderstanding)).length ?? 0
  const consultations: MemberAction = waiting
    ? { name: 'consultationsWaiting', to: `${record}/consultations`, count: waiting }
    : { name: 'consultations', to: `${record}/consultations` }
  const decision: MemberAction | undefined =
    isPhysician && mayChange && plan?.steps.includes('decide') ? { name: 'decide', to: `${record}/plan` } : undefined
  const main = visit?.isPressing ? next : (decision ?? next)
  const refer: MemberAction = { name: 'refer', to: `${cases}/referrals/new` }
  // A physician who opens an empty list wants to add to it.
  const medication: MemberAction = {
    name: 'medication',
    to: `${record}/medication${isPhysician && about.hasNoDrugs && mayChange ? '?new' : ''}`,
  }
  const inOrder: (MemberAction | undefined)[] = [
    main,
    waiting ? consultations : undefined,
    decision,
    next,
    ...(mayChange && hasRecord ? [refer] : []),
    ...(!isPhysician && hasRecord ? [{ name: 'ask', to: `${record}/consultations/new` }] : []),
    ...(!isPhysician && hasRecord ? [{ name: 'book', to: `${cases}/appointments/new` }] : []),
    medication,
  ]
  const first = distinct(inOrder)
  const rest: MemberAction[] = [
    ...(waiting ? [] : [consultations]),
    ...[...new Set(otherForms)].map((form) => visitOf([form])),
    ...(isResponsible ? [{ name: 'call', to: `${cases}/conferences/new` }] : []),
    { name: 'appointments', to: `${cases}/appointments` },
    ...(hasRecord ? [{ name: 'testReports', to: `${record}/test-reports` }] : []),
    ...(hasRecord && mayChange
      ? [
          { name: 'education', to: `${record}/education` },
          { name: 'healthCard', to: `${record}/health-card` },
        ]
      : []),
    ...(isPhysician && mayChange
      ? [
          { name: 'contract', to: `${household}/contract` },
          // Whoever is to take the household over is told by the note at the top of the page.
          ...(isResponsible ? [{ name: 'transfer', to: `${household}/transfer` }] : []),
        ]
      : []),
  ]
  return { main: visit?.isPressing || decision ? main : undefined, first, more: distinct(rest, first) }
}

/** Each page once, and none that has its way already. */
function distinct(actions: readonly (MemberAction | undefined)[], before: readonly MemberAction[] = []): MemberAction[] {
  const known = new Set(before.map(({ to }) => to))
  return actions.filter((action): action is MemberAction => {
    if (!action || known.has(action.to)) return false
    known.add(action.to)
    return true
  })
}
