/** The step where a field is filled in. */
export function stepOf(field: string): number {
  if (field === 'villageCode') return 0
  if (!field.startsWith('members')) return 1
  if (/\]\.(conditions|basicInformation)/.test(field)) return 3
  if (/\]\.readings/.test(field)) return 4
  return 2
}
