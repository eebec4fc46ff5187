import { ApiProblem, NoConnection } from '@/api/problem'
import type { Outbox, Parcel } from './outbox'

export type Stopped =
  /** Nothing is left that could be sent. */
  | 'done'
  /** Nobody answers, or the service is busy: later. */
  | 'later'
  /** The session has run out: after a sign-in. */
  | 'signIn'

/** What is to be followed from then on; or which version what it changed has now, by which those go that were made upon it. */
export type Outcome = { id: string; content: unknown } | { rebased: { from: string; to: string } } | undefined

/** Sends one parcel. Throws what the service says. */
export type Send = (parcel: Parcel) => Promise<Outcome>

/** So often the service may fail at a parcel before it waits for a person: with the pauses in between about a minute. */
export const MostTries = 5

/** Where it fails at so many parcels one after the other it is the service that is unwell, and the others can wait. */
const MostFailuresInARow = 2

/**
 * The next one to send: in order, but never past another about the same thing that waits.
 * @param failing Ids of those at which the service failed a moment ago.
 */
export function nextOf(parcels: readonly Parcel[], failing: ReadonlySet<string> = new Set()): Parcel | undefined {
  const blocked = new Set<string>()
  const ids = new Set(parcels.map(({ id }) => id))
  for (const parcel of parcels) {
    if (blocked.has(parcel.subject)) continue
    if (parcel.after !== undefined && ids.has(parcel.after)) continue
    if (parcel.state === 'waiting' && !failing.has(parcel.id)) return parcel
    blocked.add(parcel.subject)
  }
  return undefined
}

/**
 * Sends what waits, one after the other. An answer that was lost on its way back leaves the parcel where it is: it is sent again,
 * and the service knows it again, so that it counts once. One that the service fails at lets the others pass.
 * @param told What went wrong, such as when the service wants to be asked again.
 */
export async function drain(outbox: Outbox, send: Send, told: (fault: unknown) => void = () => undefined): Promise<Stopped> {
  const failures = new Map<Parcel, unknown>()
  const failing = new Set<string>()
  let isAnswered = false
  let inARow = 0
  let stopped: Stopped = 'done'
  while (stopped === 'done' && inARow < MostFailuresInARow) {
    const parcel = nextOf(await outbox.list(), failing)
    if (!parcel) break
    const sent = await attempt(send, parcel)
    if ('fault' in sent) told(sent.fault)
    if ('outcome' in sent) await finish(outbox, parcel, sent.outcome)
    else if (sent.fault instanceof NoConnection && !sent.fault.isSlow) stopped = 'later'
    else if (sent.fault instanceof ApiProblem && sent.fault.status === 401) stopped = 'signIn'
    else if (isAnswer(sent.fault)) await outbox.change(parcel, refusalOf(parcel, sent.fault))
    else {
      failures.set(parcel, sent.fault)
      failing.add(parcel.id)
      inARow++
      continue
    }
    isAnswered ||= stopped === 'done'
    inARow = 0
  }

  for (const [parcel, fault] of failures) await outbox.change(parcel, failureOf(parcel, fault, isAnswered))
  return stopped === 'done' && nextOf(await outbox.list()) ? 'later' : stopped
}

/** Before it is gone those behind it are told: should the phone stop in between, it is sent again and changes nothing. */
async function finish(outbox: Outbox, parcel: Parcel, outcome: Outcome): Promise<void> {
  const isRebased = outcome !== undefined && 'rebased' in outcome
  if (isRebased) await outbox.rebase(parcel, outcome.rebased)
  await outbox.done(parcel, isRebased ? undefined : outcome)
}

/** Only what happens to the parcel: a phone that cannot keep what became of it throws, and is tried again. */
async function attempt(send: Send, parcel: Parcel): Promise<{ outcome: Outcome } | { fault: unknown }> {
  try {
    return { outcome: await send(parcel) }
  } catch (fault) {
    return { fault }
  }
}

/** The service has looked at it and says no. */
const isAnswer = (fault: unknown): fault is ApiProblem => fault instanceof ApiProblem && !fault.isTransient && fault.status !== 408

function refusalOf(parcel: Parcel, fault: ApiProblem): Change {
  const problem = { code: fault.code, title: fault.title, errors: [...fault.errors], current: fault.current }
  return { state: fault.status === 409 || fault.status === 412 ? 'conflict' : 'refused', tries: parcel.tries + 1, problem }
}

/** A fault is the parcel's own. A service that is busy or slow is so for all, unless it answered another meanwhile. */
function failureOf(parcel: Parcel, fault: unknown, isAnswered: boolean): Change {
  const tries = parcel.tries + 1
  const known = fault instanceof ApiProblem ? fault : undefined
  const isAboutAll = fault instanceof NoConnection || (known !== undefined && known.status !== 500)
  if (tries < MostTries || (isAboutAll && !isAnswered)) return { tries }
  return { state: 'failed', tries, problem: { code: known?.code ?? 'unexpected', title: '', errors: [], traceId: known?.traceId } }
}

/** For a person who wants it tried once more. */
export async function tryAgain(outbox: Outbox): Promise<void> {
  for (const parcel of await outbox.list()) {
    if (parcel.state === 'failed') await outbox.change(parcel, { state: 'waiting', tries: 0, problem: undefined })
  }
}

type Change = Parameters<Outbox['change']>[1]

/** What the service asked for counts where it is longer, up to this: a phone has to be tried again at some time. Milliseconds. */
const LongestWait = 300_000

/** @param fault Of the last that was tried. */
export const waitAskedFor = (fault: unknown): number =>
  fault instanceof ApiProblem ? Math.min(LongestWait, (fault.retryAfter ?? 0) * 1_000) : 0

/** 2 s, 4 s, … at most a minute, not all phones at the same moment. */
export function pauseAfter(failures: number, chance: number = Math.random()): number {
  return Math.min(60_000, 2_000 * 2 ** Math.min(failures, 10)) * (0.75 + chance / 2)
}
