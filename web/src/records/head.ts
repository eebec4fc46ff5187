interface Listed {
  relationship?: string | null
  departure?: unknown
}

const HEAD = '0'

/** Whom the list calls the head, wherever in it; the first present where nobody is called so. */
export function headOf<T extends Listed>(members: readonly T[]): T | undefined {
  const present = members.filter(({ departure }) => !departure)
  return present.find(({ relationship }) => relationship === HEAD) ?? present[0]
}
