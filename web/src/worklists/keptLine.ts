import { findAnswer } from '@/offline/cachedAnswer'
import { useSession } from '@/session/session'
import type { Schemas } from '@/api'

/** The name by which the phone keeps what there is to do in a region. */
export const keptListOf = (region: string): string => `toDo:${region}`

/**
 * What a kept list says of somebody, or of the household as a whole: known without signal too.
 * @param member 0 for the household: of anybody in it.
 */
export async function keptLine(householdId: string, member: number): Promise<Schemas['WorklistLine'] | undefined> {
  for (const region of useSession().user?.regions ?? []) {
    const kept = await findAnswer<Schemas['Worklist']>(keptListOf(region))
    const line = kept?.items.find((one) => one.householdId === householdId && (member === 0 || one.member === member))
    if (line) return line
  }
  return undefined
}
