import { ApiProblem, NoConnection } from '@/api/problem'
import type { Outbox, Parcel } from './outbox'

export type Stopped =
  /** Nothing is left that could be sent. */
  | 'done'
  /** Nobody answers, or the service is busy: later. */
  | 'later'
  /** The session has run out: after a sign-in. */
  | 'signIn'

/** Sends one parcel: what is to be followed from then on. Throws what the service says. */
export type Send = (parcel: Parcel) => Promise<{ id: string; content: unknown } | undefined>

/** The next one to send: in order, but never past another about the same thing that waits for a person. */
export function nextOf(parcels: readonly Parcel[]): Parcel | undefined {
  const blocked = new Set<string>()
  for (const parcel of parcels) {
    if (blocked.has(parcel.subject)) continue
    if (parcel.state === 'waiting') return parcel
    blocked.add(parcel.subject)
  }
  return undefined
}

/**
 * Sends what waits, one after the other. An answer that was lost on its way back leaves the parcel where it is: it is sent again,
 * and the service knows it again, so that it counts once.
 */
export async function drain(outbox: Outbox, send: Send): Promise<Stopped> {
  for (;;) {
    const parcel = nextOf(await outbox.list())
    if (!parcel) return 'done'
    try {
      await outbox.done(parcel, await send(parcel))
    } catch (fault) {
      const stopped = await settle(outbox, parcel, fault)
      if (stopped) return stopped
    }
  }
}

async function settle(outbox: Outbox, parcel: Parcel, fault: unknown): Promise<Stopped | undefined> {
  if (fault instanceof NoConnection) return 'later'
  if (!(fault instanceof ApiProblem)) throw fault
  if (fault.status === 401) return 'signIn'
  if (fault.isTransient || fault.status === 408) {
    await outbox.change(parcel, { tries: parcel.tries + 1 })
    return 'later'
  }
  const problem = { code: fault.code, title: fault.title, errors: [...fault.errors], current: fault.current }
  await outbox.change(parcel, { state: fault.status === 409 || fault.status === 412 ? 'conflict' : 'refused', tries: parcel.tries + 1, problem })
  return undefined
}

/** 2 s, 4 s, … at most a minute, not all phones at the same moment. */
export function pauseAfter(failures: number, chance: number = Math.random()): number {
  return Math.min(60_000, 2_000 * 2 ** Math.min(failures, 10)) * (0.75 + chance / 2)
}
