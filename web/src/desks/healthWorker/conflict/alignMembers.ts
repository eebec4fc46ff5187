import type { EnrolmentRequest } from '../enrolment/form'

type Member = EnrolmentRequest['members'][number]

/**
 * Mine with the numbers that theirs has for the same people: two who enrol or add at the same time give the same number to
 * different persons. By citizen ID, else by having been there before, else by name; whoever is left gets a new number.
 */
export function alignMembers(mine: EnrolmentRequest, theirs: EnrolmentRequest, base?: EnrolmentRequest): EnrolmentRequest {
  const others = theirs.members.map((member, index) => ({ ...member, number: numberOf(member, index) }))
  const own = mine.members.map((member, index) => ({ ...member, number: numberOf(member, index) }))
  const known = new Set(base?.members.map(numberOf))
  const given = new Map<Member, number>()
  const taken = new Set<number>()
  const match = (same: (member: Member, other: Member) => boolean): void => {
    for (const member of own) {
      if (given.has(member)) continue
      const other = others.find((one) => !taken.has(one.number) && same(member, one))
      if (!other) continue
      given.set(member, other.number)
      taken.add(other.number)
    }
  }

  match((member, other) => Boolean(member.idNumber) && member.idNumber === other.idNumber)
  match((member, other) => known.has(member.number!) && member.number === other.number)
  match((member, other) => member.name === other.name && (!member.idNumber || !other.idNumber))
  let next = Math.max(0, ...others.map((member) => member.number))
  return { ...mine, members: own.map((member) => ({ ...member, number: given.get(member) ?? ++next })) }
}

function numberOf(member: Member, index: number): number {
  return member.number ?? index + 1
}
