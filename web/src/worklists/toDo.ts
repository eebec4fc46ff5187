import type { Schemas } from '@/api'
import type { Day } from '@/i18n/time'
import { pathOfTask } from './taskPath'
import { keyOf, type WorklistLine } from './worklistPages'

export type Urgency = Schemas['UrgencySummary']
export type Standing = 'urgent' | 'overdue' | 'today' | 'soon'

/** One thing to do; the visits that are due for a person are one, by all their forms. */
export interface ToDo {
  key: string
  /** A code of list taskKind. */
  kind: string
  /** Of visits: in the order of their days. */
  forms: readonly Schemas['DueFollowUp'][]
  dueOn: Day
  isUrgent: boolean
  condition?: string | undefined
  /** What whoever asks for it says. */
  note?: string | undefined
  /** Of an activity. */
  label?: Schemas['Label'] | undefined
  discipline?: string | undefined
  to: string
}

/** Somebody for whom there is something to do, or a household as a whole. */
export interface PersonToDo {
  key: string
  householdId: string
  /** Left out for the household as a whole. */
  member?: number | undefined
  name: string
  bornOn?: string | undefined
  villageCode: string
  phone?: string | undefined
  /** What was found that calls for treatment at once, the newest first. */
  urgencies: readonly Urgency[]
  /** The most pressing first. */
  toDos: readonly ToDo[]
  standing: Standing
  dueOn: Day
}

/** What was done on this phone and is not on the list yet. */
export interface DoneHere {
  hasVisited: (householdId: string, member: number, form: string) => boolean
  hasSettled: (householdId: string, member: number, urgency: Urgency) => boolean
  /** Of a task, that it was done and waits to be sent. */
  hasEntered?: (householdId: string, task: Schemas['HouseholdTask']) => boolean
}

/** Where the visits by some forms are made together: ids, a number and forms, none of which names a person. */
export const visitsPath = (householdId: string, member: number, forms: readonly string[]): string =>
  `/households/${householdId}/members/${member}/visits/${forms.join('+')}`

const standings: readonly Standing[] = ['urgent', 'overdue', 'today', 'soon']

/**
 * The lines of a list as people, the most pressing first: whoever is urgent, or has something to do by a day.
 * @param by The last day that is looked at.
 */
export function peopleOf(lines: readonly WorklistLine[], on: Day, by: Day, done: DoneHere): PersonToDo[] {
  const people = withHouseholds(lines)
    .map((line) => personOf(line, on, by, done))
    .filter(({ toDos, urgencies }) => toDos.length > 0 || urgencies.length > 0)
  return people.sort(
    (one, other) => standings.indexOf(one.standing) - standings.indexOf(other.standing) || one.dueOn.localeCompare(other.dueOn),
  )
}

/** What is to do for the household as a whole is done with its head, and stands in that line where there is one. */
function withHouseholds(lines: readonly WorklistLine[]): WorklistLine[] {
  const heads = new Map(
    lines.filter(({ member, name, headName }) => member && name === headName).map((line) => [line.householdId, line] as const),
  )
  const own = new Map(lines.filter(({ member, householdId }) => !member && heads.has(householdId)).map((line) => [line.householdId, line]))
  return lines
    .filter((line) => own.get(line.householdId) !== line)
    .map((line) => {
      const whole = heads.get(line.householdId) === line ? own.get(line.householdId) : undefined
      return whole ? { ...line, tasks: [...line.tasks, ...whole.tasks] } : line
    })
}

function personOf(line: WorklistLine, on: Day, by: Day, done: DoneHere): PersonToDo {
  const { householdId, member, villageCode, bornOn, phone } = line
  // What an earlier version kept on the phone says nothing of it.
  const urgencies = (line.urgencies ?? []).filter((urgency) => !member || !done.hasSettled(householdId, member, urgency))
  const toDos = [...visitsOf(line, by, urgencies.length > 0, done), ...tasksOf(line, by, done)].sort(
    (one, other) => Number(other.isUrgent) - Number(one.isUrgent) || one.dueOn.localeCompare(other.dueOn),
  )
  const dueOn = toDos.map((toDo) => toDo.dueOn).sort()[0] ?? on
  const isUrgent = urgencies.length > 0 || toDos.some((toDo) => toDo.isUrgent)
  return {
    key: keyOf(line),
    householdId,
    member,
    name: line.name ?? line.headName,
    bornOn,
    villageCode,
    phone,
    urgencies,
    toDos,
    standing: isUrgent ? 'urgent' : dueOn < on ? 'overdue' : dueOn === on ? 'today' : 'soon',
    dueOn,
  }
}

/** Those of the next days; of whoever is urgent and has none then, the first one after them. */
function visitsOf({ householdId, member, followUps }: WorklistLine, by: Day, isUrgent: boolean, done: DoneHere): ToDo[] {
  if (!member) return []
  const open = followUps
    .filter(({ form }) => !done.hasVisited(householdId, member, form))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
  const near = open.filter(({ dueOn }) => dueOn <= by)
  const forms = near.length === 0 && isUrgent ? open.slice(0, 1) : near
  if (forms.length === 0) return []
  const to = visitsPath(
    householdId,
    member,
    forms.map(({ form }) => form),
  )
  return [{ key: 'visits', kind: 'followUp', forms, dueOn: forms[0]!.dueOn, isUrgent, to }]
}

const tasksOf = ({ householdId, tasks }: WorklistLine, by: Day, done: DoneHere): ToDo[] =>
  tasks
    .filter(({ urgent, dueOn }) => urgent || dueOn <= by)
    .filter((task) => !done.hasEntered?.(householdId, task))
    .map((task) => ({
      key: `${task.kind}/${task.member}/${task.reference}`,
      kind: task.kind,
      forms: [],
      dueOn: task.dueOn,
      isUrgent: task.urgent,
      condition: task.condition,
      note: task.note,
      label: task.label,
      discipline: task.discipline,
      to: pathOfTask('/households', householdId, task),
    }))

/** What waits for somebody now: urgent, overdue or of today. */
export const countNow = (people: readonly PersonToDo[]): number => people.filter(({ standing }) => standing !== 'soon').length
