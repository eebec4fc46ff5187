import type { Schemas } from '@/api'
import { dayOf, type Day } from '@/i18n/time'
import { fetchEntries } from '@/records/fetchRecords'
import type { PrintedMember } from './printedMember'

/** A follow-up visit, as the record has it. */
export interface Visit {
  id: string
  on: Day
  form: string
  note: string | undefined
  answers: Readonly<Record<string, unknown>>
  outcome: string | undefined
  actions: readonly string[]
  contactMode: string | undefined
  nextDueOn: Day | undefined
}

/** Pages of a history that are read for a form; a record has a hundred entries a page. */
const MaxPages = 10

function visitOf(entry: Schemas['Entry']): Visit {
  const facts = (entry.facts ?? {}) as Partial<Visit>
  return {
    id: entry.id,
    on: dayOf(entry.at),
    form: entry.reference ?? '',
    note: entry.note,
    answers: facts.answers ?? {},
    outcome: facts.outcome,
    actions: facts.actions ?? [],
    contactMode: facts.contactMode,
    nextDueOn: facts.nextDueOn,
  }
}

/** Visits by a form, the earliest first. */
export const visitsAmong = (entries: readonly Schemas['Entry'][], form: string): Visit[] =>
  entries
    .filter(({ kind, reference }) => kind === 'visit' && reference === form)
    .sort((one, other) => one.at.localeCompare(other.at))
    .map(visitOf)

/** The history from its newest page back, as far as it takes: `isEnough` is asked before each older page. */
async function fetchHistory({ entries, record }: PrintedMember, isEnough: (read: readonly Schemas['Entry'][]) => boolean) {
  const read = [...(entries?.items ?? [])]
  let cursor = entries?.cursor
  for (let page = 1; cursor && record && page < MaxPages && !isEnough(read); page++) {
    const older = await fetchEntries(record.recordNumber, cursor)
    read.push(...older.items)
    cursor = older.cursor
  }
  return read
}

/** All visits by a form in a year, the earliest first. */
export async function fetchVisits(member: PrintedMember, form: string, year: string): Promise<Visit[]> {
  const read = await fetchHistory(member, (entries) => entries.length > 0 && dayOf(entries.at(-1)!.at) < year)
  return visitsAmong(read, form).filter(({ on }) => on.startsWith(year))
}

/** The visits by a form that are at hand, the earliest first: as far back as the one that is named, or one that there is. */
export async function fetchLatest(
  member: PrintedMember,
  form: string,
  of: string | undefined,
  isOf: (visit: Visit) => boolean = () => true,
) {
  const among = (entries: readonly Schemas['Entry'][]) => visitsAmong(entries, form).filter(isOf)
  const visits = among(await fetchHistory(member, (entries) => among(entries).some(({ id }) => !of || id === of)))
  return { visits, visit: of ? visits.find(({ id }) => id === of) : visits.at(-1) }
}

/** An answer as a form has it; nothing where it was not given. */
export const answerOf = (visit: Visit | undefined, field: string): string => {
  const answer = visit?.answers[field]
  return answer === undefined || answer === null ? '' : String(answer)
}

/** Codes of an answer in their order, by the numbers that the official form gives them where those differ from the service's. */
export const numbersOf = (visit: Visit | undefined, field: string, renamed: Readonly<Record<string, string>> = {}): string[] =>
  [visit?.answers[field] ?? []]
    .flat()
    .map((code) => renamed[String(code)] ?? String(code))
    .sort((one, other) => Number(one) - Number(other))

/** kg/m², to one decimal; nothing without both. */
export function bodyMassIndex(weight: string, height: string): string {
  const [kilograms, metres] = [Number(weight), Number(height) / 100]
  return kilograms > 0 && metres > 0 ? (kilograms / metres ** 2).toFixed(1) : ''
}

export const latestReading = ({ record }: PrintedMember, code: string): string =>
  String(record?.latestReadings.find((reading) => reading.code === code)?.value ?? '')

/** Four visits stand side by side on a form; a longer year goes on on the next sheet, and one without visits is to be filled in by hand. */
export function byFour<T>(visits: readonly T[]): (T | undefined)[][] {
  const sheets = Math.max(1, Math.ceil(visits.length / 4))
  return Array.from({ length: sheets }, (_, sheet) => Array.from({ length: 4 }, (_, column) => visits[sheet * 4 + column]))
}
