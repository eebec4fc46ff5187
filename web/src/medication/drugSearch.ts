import type { Schemas } from '@/api'

type Item = Schemas['CodeItem']

/** So many fit on a phone above its keyboard. */
const MaxFound = 7

/**
 * Drugs that somebody may mean: by the first letters of the pinyin (`aldp`), by the name in either language or a part of it.
 * Those that begin with what was typed come first; nothing is offered for nothing, nor for a name that is complete.
 */
export function drugsFor(typed: string, drugs: readonly Item[], language: 'zh-CN' | 'en'): Item[] {
  const sought = typed.trim().toLowerCase()
  if (!sought) return []
  const rankOf = (item: Item): number | undefined => {
    const names = [item['zh-CN'], item.en].map((name) => name.toLowerCase())
    const initials = item.initials ?? ''
    if (names.some((name) => name.startsWith(sought))) return 0
    if (initials.startsWith(sought)) return 1
    if (names.some((name) => name.includes(sought))) return 2
    return initials.includes(sought) && sought.length > 1 ? 3 : undefined
  }
  const found = drugs
    .map((item, at) => ({ item, at, rank: rankOf(item) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((one, other) => one.rank! - other.rank! || one.item[language].length - other.item[language].length || one.at - other.at)
    .map(({ item }) => item)
  return found.length === 1 && found[0]![language].toLowerCase() === sought ? [] : found.slice(0, MaxFound)
}
