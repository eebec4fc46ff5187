import type { EnrolmentRequest } from '../enrolment/form'

type Member = EnrolmentRequest['members'][number]
export type Side = 'mine' | 'theirs'

/** One field that the two sides have otherwise. */
export interface Difference {
  /** The member's number; none for the household's own fields. */
  member: number | undefined
  /** The member's name, on whichever side there is one. */
  name: string
  field: string
  mine: unknown
  theirs: unknown
  /** Who alone changed it since both were the same; none where both did, or nobody knows: then a person must choose. */
  changedBy: Side | undefined
}

const householdFields = ['villageCode', 'address', 'phone', 'kind', 'causes', 'povertyStatuses'] as const
const memberFields = [
  'name',
  'idNumber',
  'idMissingReason',
  'sex',
  'bornOn',
  'relationship',
  'phone',
  'conditions',
  'basicInformation',
  'departure',
] as const
/** The whole member, where one side has none. */
export const WholeMember = 'member'

/**
 * What the two sides say otherwise. Readings are not compared: they are entries of the record, and nobody else's are overwritten.
 * @param base What both began with; none where the household was enrolled twice.
 */
export function differences(mine: EnrolmentRequest, theirs: EnrolmentRequest, base?: EnrolmentRequest): Difference[] {
  const found: Difference[] = []
  for (const field of householdFields) compare(found, undefined, '', field, mine[field], theirs[field], base && { value: base[field] })
  for (const number of numbersOf(mine, theirs)) {
    const [one, other, before] = [mine, theirs, base].map((side) => side && memberOf(side, number))
    const name = one?.name ?? other?.name ?? ''
    if (!one || !other) {
      // Theirs stays, for nobody is taken out. Mine is an addition, unless the number was enrolled twice: perhaps by mistake.
      found.push({ member: number, name, field: WholeMember, mine: one, theirs: other, changedBy: other ? 'theirs' : base && 'mine' })
      continue
    }
    for (const field of memberFields) compare(found, number, name, field, one[field], other[field], before && { value: before[field] })
  }
  return found
}

/** The household with the chosen side of every difference; readings of the worker's stay. */
export function merged(
  mine: EnrolmentRequest,
  theirs: EnrolmentRequest,
  all: readonly Difference[],
  chosen: (difference: Difference) => Side,
): EnrolmentRequest {
  const result: Record<string, unknown> = JSON.parse(JSON.stringify(theirs)) as Record<string, unknown>
  const members = (result['members'] as Member[]).map((member, index) =>
    withReadings({ ...member, number: member.number ?? index + 1 }, mine),
  )
  for (const difference of all) {
    if (chosen(difference) !== 'mine') continue
    if (difference.field === WholeMember) {
      if (difference.mine) members.push(difference.mine as Member)
      continue
    }
    const target =
      difference.member === undefined
        ? result
        : (members.find((member) => member.number === difference.member) as Record<string, unknown> | undefined)
    if (target) put(target, difference.field, difference.mine)
  }
  return { ...(result as EnrolmentRequest), members: members.sort((one, other) => one.number! - other.number!) }
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(normal(one)) === JSON.stringify(normal(other))
}

function compare(
  found: Difference[],
  member: number | undefined,
  name: string,
  field: string,
  mine: unknown,
  theirs: unknown,
  base: { value: unknown } | undefined,
): void {
  if (same(mine, theirs)) return
  const changedBy = !base ? undefined : same(mine, base.value) ? 'theirs' : same(theirs, base.value) ? 'mine' : undefined
  found.push({ member, name, field, mine, theirs, changedBy })
}

function withReadings(member: Member, mine: EnrolmentRequest): Member {
  const readings = memberOf(mine, member.number!)?.readings
  return readings && readings.length > 0 ? { ...member, readings } : member
}

function put(target: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined) delete target[field]
  else target[field] = value
}

function memberOf(household: EnrolmentRequest, number: number): Member | undefined {
  return household.members.find((member, index) => (member.number ?? index + 1) === number)
}

function numbersOf(...sides: EnrolmentRequest[]): number[] {
  return [...new Set(sides.flatMap((side) => side.members.map((member, index) => member.number ?? index + 1)))].sort(
    (one, other) => one - other,
  )
}

/** Empty is nothing, and the order of codes and properties says nothing. */
function normal(value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return null
  if (Array.isArray(value))
    return value.length === 0
      ? null
      : value
          .map(normal)
          .map((one) => JSON.stringify(one))
          .sort()
  if (typeof value !== 'object') return value
  const entries = Object.entries(value)
    .map(([key, one]) => [key, normal(one)] as const)
    .filter(([, one]) => one !== null)
  return entries.length === 0 ? null : Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)))
}
