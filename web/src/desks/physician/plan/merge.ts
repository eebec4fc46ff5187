import type { ActivityForm, FollowUpForm, GoalForm, PlanForm } from './form'

export type Part = keyof PlanForm
export type Item = GoalForm | ActivityForm | FollowUpForm
export type Side = 'mine' | 'theirs'

/** Something that somebody else changed meanwhile. Where both changed it, a person has to choose. */
export interface Meanwhile {
  key: string
  part: Part
  base: Item | undefined
  mine: Item | undefined
  theirs: Item | undefined
  isConflict: boolean
}

export const parts: readonly Part[] = ['goals', 'activities', 'followUps']

export const codeOf = (item: Item): string => ('form' in item ? item.form : item.code)

/** Field by field, whatever their order, and an empty field is one that is not there. */
export function areEqual(one: Item | undefined, other: Item | undefined): boolean {
  if (!one || !other) return one === other
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...fields].every((field) => ((one as never)[field] ?? null) === ((other as never)[field] ?? null))
}

/** What others changed since the version that mine was begun from. */
export function meanwhile(base: PlanForm, mine: PlanForm, theirs: PlanForm): Meanwhile[] {
  return parts.flatMap((part) => {
    const codes = new Set([base, mine, theirs].flatMap((form) => form[part].map(codeOf)))
    const find = (form: PlanForm, code: string): Item | undefined => (form[part] as Item[]).find((item) => codeOf(item) === code)
    return [...codes]
      .map((code) => ({ key: `${part}/${code}`, part, base: find(base, code), mine: find(mine, code), theirs: find(theirs, code) }))
      .filter((item) => !areEqual(item.base, item.theirs) && !areEqual(item.mine, item.theirs))
      .map((item) => ({ ...item, isConflict: !areEqual(item.base, item.mine) }))
  })
}

/** Mine, with what others changed taken in: all of it, but for conflicts that were decided for mine. */
export function merged(mine: PlanForm, changes: readonly Meanwhile[], chosen: ReadonlyMap<string, Side>): PlanForm {
  const result: PlanForm = { goals: [...mine.goals], activities: [...mine.activities], followUps: [...mine.followUps] }
  for (const change of changes) {
    if (change.isConflict && chosen.get(change.key) !== 'theirs') continue
    const items = result[change.part] as Item[]
    const code = codeOf((change.theirs ?? change.mine ?? change.base)!)
    const at = items.findIndex((item) => codeOf(item) === code)
    if (!change.theirs) items.splice(at, at < 0 ? 0 : 1)
    else if (at < 0) items.push(change.theirs)
    else items[at] = change.theirs
  }
  return result
}
