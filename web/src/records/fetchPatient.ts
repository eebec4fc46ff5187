import type { Schemas } from '@/api'
import { isUnreachable } from '@/offline/cachedAnswer'
import { keptLine } from '@/worklists/keptLine'
import { fetchHousehold } from './fetchRecords'
import { headOf } from './head'
import type { MemberKey } from './memberPaths'

/** Whom a form is about. */
export interface Patient {
  name: string
  bornOn?: string | undefined
  conditions: readonly string[]
  mayChange: boolean
  /** Not there for somebody of whom the phone knows what the to-do list says alone. */
  household?: Schemas['Household']
}

/**
 * With signal as the service has it. Without, for those who keep things on the phone, as it was seen last, or as the to-do list has it:
 * a form at the door opens for everybody on the list.
 * @param key With the member 0 for the household as a whole, which is called by its head.
 */
export async function fetchPatient({ householdId, member }: MemberKey): Promise<Patient> {
  try {
    const household = await fetchHousehold(householdId)
    const person = member === 0 ? headOf(household.members) : household.members.find(({ number }) => number === member)
    return {
      name: person?.name ?? '',
      bornOn: person?.bornOn,
      conditions: person?.conditions ?? [],
      mayChange: household.mayChange,
      household,
    }
  } catch (fault) {
    const line = isUnreachable(fault) ? await keptLine(householdId, member) : undefined
    if (!line) throw fault
    const { name, headName, bornOn, conditions } = line
    return { name: member === 0 ? headName : (name ?? headName), bornOn, conditions, mayChange: true }
  }
}
