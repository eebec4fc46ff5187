import { useLists } from '@/referenceData/codeLists'

let last = ''

/** A worker goes from door to door in one village: the next household begins there. */
export function lastVillage(): string {
  const { villages } = useLists()
  if (last && villages.some((village) => village.code === last)) return last
  return villages.length === 1 ? villages[0]!.code : ''
}

export function rememberVillage(code: string): void {
  last = code
}
