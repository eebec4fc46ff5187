import type { Schemas } from '@/api'

export type PoisonMessage = Schemas['PoisonMessage']

/** The kinds of fault that an operator can do something about, from what the service noted. */
export function reasonOf({ reason }: Pick<PoisonMessage, 'reason'>): 'storage' | 'time' | 'message' | 'sealed' | 'unknown' | 'program' {
  if (reason.startsWith('storage ')) return 'storage'
  if (/^(Timeout|OperationCanceled|TaskCanceled)Exception$/.test(reason)) return 'time'
  if (/^(Json|Format|InvalidData|NotSupported)Exception$/.test(reason)) return 'message'
  if (/Cryptographic|AuthenticationTag|KeyNotFound/.test(reason)) return 'sealed'
  return reason === 'unknown' ? 'unknown' : 'program'
}

/** What the pointer points at, name by name; the text as it is where it is no pointer. */
export function pointerOf({ text }: Pick<PoisonMessage, 'text'>): string {
  try {
    const { d } = JSON.parse(text) as { d?: Record<string, unknown> }
    return d
      ? Object.entries(d)
          .map(([name, value]) => `${name} ${String(value)}`)
          .join(' · ')
      : text
  } catch {
    return text
  }
}

/** Queues by how many of the poison messages are theirs, the most first. */
export function queuesOf(poisonMessages: readonly PoisonMessage[]): { queue: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { queue } of poisonMessages) counts.set(queue, (counts.get(queue) ?? 0) + 1)
  return [...counts]
    .map(([queue, count]) => ({ queue, count }))
    .sort((one, other) => other.count - one.count || one.queue.localeCompare(other.queue))
}

export interface Replay {
  key: string
  queue: string
  count: number
  at: number
  /** Keys of what was sent again. */
  sent: readonly string[]
  /** How many of them came back; undefined while they may still. */
  back: number | undefined
}

export const keyOf = ({ queue, id }: Pick<PoisonMessage, 'queue' | 'id'>): string => `${queue}/${id}`

/** Eight tries, five seconds and more apart: what has not come back by then was carried on. */
export const Settled = 120_000

/** What came of a replay, by what lies among the poison messages now. */
export function settle(replay: Replay, open: readonly PoisonMessage[], now: number): Replay {
  if (replay.back !== undefined) return replay
  const there = new Set(open.map(keyOf))
  const back = replay.sent.filter((key) => there.has(key)).length
  return back === replay.sent.length || now - replay.at > Settled ? { ...replay, back } : replay
}
