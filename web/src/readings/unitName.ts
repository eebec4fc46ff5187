import { i18n } from '@/i18n/i18n'

/** Units that are words, not symbols. */
const words: Readonly<Record<string, string>> = { level: 'units.level', min: 'units.minutes', '/min': 'units.perMinute' }

/** A unit as it is shown; it is stored and sent as its symbol. */
export function unitName(unit: string | undefined | null): string {
  const word = words[unit ?? '']
  return word ? i18n.global.t(word) : (unit ?? '')
}
