import type { Schemas } from '@/api'
import { day, moment } from '@/i18n/formats'
import { supplyWords } from '@/medication/drugs'
import { rangeOf } from '@/readings/range'
import { unitName } from '@/readings/unitName'

type Entry = Schemas['Entry']
type Words = (key: string, values?: Record<string, unknown>) => string

/** What the words of an entry are made with. */
export interface EntryWords {
  t: Words
  /** Whether there are words of that name. */
  te: (key: string) => boolean
  label: (list: string, code: string | undefined) => string
  /** A text that stands in both languages. */
  text: (label: Schemas['Label'] | undefined) => string
  /** A physician's name, and the id where the name is not known. */
  physician: (id: string | undefined) => string
}

/** One line of what an entry tells: what it is called, where that is not clear from the words themselves. */
export interface EntryLine {
  label?: string | undefined
  text: string
}

interface Course {
  drug?: { code?: string; text?: string }
  dose?: { amount?: number; unit?: string; frequency?: string }
  supply?: Schemas['Supply']
  since?: string
  until?: string
  reason?: string
  condition?: string
  physicianId?: string
  elsewhere?: string
  stopped?: { on?: string; reason?: string }
}

interface TestValue {
  code: string
  value: number
  unit: string
  low?: number
  high?: number
  flag: string
}

/** The facts that entries of each kind have; a test holds them against what the service writes. Visits are shown by their own component. */
export const factsOf = {
  enrolment: [],
  prescription: ['action', 'course'],
  allergy: ['allergies', 'allergyOther'],
  referral: ['step', 'direction', 'urgency', 'discipline', 'condition', 'physician', 'instructions'],
  conference: ['step', 'physicians', 'physician', 'findings', 'proposesRevision'],
  appointment: ['step', 'physician', 'start', 'place'],
  consultation: ['consultation', 'author', 'name', 'disposition'],
  carePlan: ['version', 'status', 'missingOpinions'],
  opinion: ['version'],
  activity: ['outcome', 'on'],
  urgencySettlement: [],
  testReport: ['values'],
  education: ['step', 'title'],
  contract: [],
  reminder: ['about', 'state', 'attempts', 'code'],
  departure: ['reason', 'on', 'openWork'],
} as const satisfies Record<string, readonly string[]>

/** The physicians that an entry names. */
export function physiciansIn({ facts = {} }: Entry): string[] {
  const course = facts['course'] as Course | undefined
  const listed = (facts['physicians'] as string[] | undefined) ?? []
  const waiting = ((facts['openWork'] as string[] | undefined) ?? []).map((work) => work.split(':')[1])
  return [facts['physician'] as string | undefined, course?.physicianId, ...listed, ...waiting].filter((id) => id !== undefined)
}

/** What an entry tells beside its readings and its note, line by line. */
export function entryLines(entry: Entry, words: EntryWords): EntryLine[] {
  const facts = (entry.facts ?? {}) as Record<string, never>
  const lines = linesOf(entry, facts, words)
  return lines.filter(({ text }) => text !== '')
}

function linesOf(entry: Entry, facts: Record<string, never>, { t, te, label, text, physician }: EntryWords): EntryLine[] {
  const word = (name: string, values?: Record<string, unknown>) => t(`record.entries.facts.${name}`, values)
  const wordOf = (group: string, code: string | undefined) => {
    const key = `record.entries.${group}.${code}`
    return code === undefined ? '' : te(key) ? t(key) : code
  }
  const step = { text: wordOf(`steps.${entry.kind}`, facts['step']) }
  const of = (name: string, text: string): EntryLine => ({ label: word(name), text })
  const joined = (parts: readonly string[]) => parts.filter(Boolean).join(' · ')
  switch (entry.kind) {
    case 'prescription': {
      const course = (facts['course'] ?? {}) as Course
      const dose = course.dose
      return [
        {
          text: joined([
            wordOf('drugActions', facts['action']),
            course.drug?.code ? label('drug', course.drug.code) : (course.drug?.text ?? ''),
            dose ? `${dose.amount} ${label('doseUnit', dose.unit)}` : '',
            dose ? label('dosingFrequency', dose.frequency) : '',
          ]),
        },
        of('supply', joined(supplyWords(course, label))),
        of('condition', label('conditions', course.condition)),
        of('takenFrom', course.since ? day(course.since) : ''),
        of('takenUntil', course.until ? day(course.until) : ''),
        of('prescribedBy', course.physicianId ? physician(course.physicianId) : (course.elsewhere ?? '')),
        of('reason', course.reason ?? ''),
        of('stopped', joined([course.stopped?.on ? day(course.stopped.on) : '', course.stopped?.reason ?? ''])),
      ]
    }
    case 'allergy':
      return [
        { text: ((facts['allergies'] as string[] | undefined) ?? []).map((code) => label('drugAllergy', code)).join(t('comma')) },
        { text: facts['allergyOther'] ?? '' },
      ]
    case 'referral':
      return [
        {
          text: joined([
            step.text,
            wordOf('directions', facts['direction']),
            label('referralUrgency', facts['urgency']),
            label('discipline', facts['discipline']),
          ]),
        },
        of('condition', label('conditions', facts['condition'])),
        of('receiver', physician(facts['physician'])),
        of('instructions', facts['instructions'] ?? ''),
      ]
    case 'conference':
      return [
        step,
        of('physicians', ((facts['physicians'] as string[] | undefined) ?? []).map(physician).join(t('comma'))),
        of('physician', physician(facts['physician'])),
        of('findings', facts['findings'] ?? ''),
        { text: facts['proposesRevision'] ? word('proposesRevision') : '' },
      ]
    case 'appointment':
      return [
        { text: joined([step.text, facts['start'] ? moment(facts['start']) : '']) },
        of('physician', physician(facts['physician'])),
        of('place', facts['place'] ?? ''),
      ]
    case 'consultation': {
      const disposition = facts['disposition'] as { kind?: string; where?: string; when?: string; how?: string } | undefined
      return [
        {
          text: joined([wordOf('consultations', facts['consultation']), wordOf('authors', facts['author']), facts['name'] ?? '']),
        },
        of(
          'disposition',
          disposition
            ? joined([label('dispositionKind', disposition.kind), disposition.where ?? '', disposition.when ?? '', disposition.how ?? ''])
            : '',
        ),
      ]
    }
    case 'carePlan':
      return [
        {
          text: joined([
            wordOf('planSteps', entry.reference),
            facts['version'] ? word('version', { version: facts['version'] }) : '',
            facts['status'] ? t(`plan.status.${facts['status']}`) : '',
          ]),
        },
        of(
          'missingOpinions',
          ((facts['missingOpinions'] as string[] | undefined) ?? []).map((code) => label('discipline', code)).join(t('comma')),
        ),
      ]
    case 'opinion':
      return [
        { text: joined([label('discipline', entry.reference), facts['version'] ? word('version', { version: facts['version'] }) : '']) },
      ]
    case 'activity':
      return [{ text: joined([wordOf('outcomes', facts['outcome']), facts['on'] ? day(facts['on']) : '']) }]
    case 'testReport':
      return [
        { text: label('resultSource', entry.reference) },
        ...((facts['values'] as TestValue[] | undefined) ?? []).map((value) => ({
          label: label('labTests', value.code),
          text: joined([`${value.value} ${unitName(value.unit)}`, rangeOf(value), label('resultFlag', value.flag)]),
        })),
      ]
    case 'education':
      return [{ text: joined([text(facts['title']), label('educationStep', facts['step'])]) }]
    case 'contract':
      // Its id is its year and its version.
      return [{ text: word('year', { year: entry.id.split('-')[0] }) }]
    case 'reminder':
      return [
        { text: joined([wordOf('steps.reminder', facts['about']), stateOf(facts, wordOf)]) },
        of('attempts', Number(facts['attempts']) > 1 ? String(facts['attempts']) : ''),
      ]
    case 'departure':
      return [
        { text: joined([label('departureReason', facts['reason']), facts['on'] ? day(facts['on']) : '']) },
        of(
          'openWork',
          ((facts['openWork'] as string[] | undefined) ?? [])
            .map((work) => work.split(':'))
            .map(([kind, id]) => joined([label('taskKind', kind), physician(id)]))
            .join(t('comma')),
        ),
      ]
    default:
      return []
  }
}

const stateOf = (facts: Record<string, never>, wordOf: (group: string, code: string | undefined) => string): string =>
  wordOf('reminderState', facts['code'] === 'no-phone' ? 'noPhone' : facts['state'])
