import type { Schemas } from '@/api'

export type Account = Schemas['Account']
export type Role = Schemas['Role']

export const roles: readonly Role[] = ['healthWorker', 'physician', 'official', 'operator', 'auditor']

export interface AccountForm {
  userName: string
  displayName: string
  role: Role
  regions: string[]
  physicianId: string
  disabled: boolean
}

export const emptyForm = (): AccountForm => ({
  userName: '',
  displayName: '',
  role: 'healthWorker',
  regions: [],
  physicianId: '',
  disabled: false,
})

export const formOf = ({ userName, displayName, role, regions, physicianId, disabled }: Account): AccountForm => ({
  userName,
  displayName,
  role,
  regions: [...regions],
  physicianId: physicianId ?? '',
  disabled,
})

/** A physician's id goes with that role only. */
export function changeOf({ displayName, role, regions, physicianId, disabled }: AccountForm): Schemas['ChangeAccountRequest'] {
  return { displayName: displayName.trim(), role, regions, disabled, ...(role === 'physician' ? { physicianId: physicianId.trim() } : {}) }
}

export function found(accounts: readonly Account[], text: string, role: Role | ''): Account[] {
  const sought = text.trim().toLowerCase()
  return accounts.filter(
    (one) =>
      (!role || one.role === role) &&
      (!sought || one.userName.toLowerCase().includes(sought) || one.displayName.toLowerCase().includes(sought)),
  )
}

/** A region covers what begins with it: of two, one within the other, the larger says it all. */
export function withRegion(regions: readonly string[], code: string): string[] {
  if (regions.some((one) => code.startsWith(one))) return [...regions]
  return [...regions.filter((one) => !one.startsWith(code)), code]
}
