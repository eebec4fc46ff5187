import { ApiProblem, NoConnection } from '@/api/problem'
import { useSession } from '@/session/session'
import { Cache } from './cache'
import { database } from './database'

/** Nobody answered, or nobody who could. */
export const isUnreachable = (fault: unknown): boolean =>
  fault instanceof NoConnection || (fault instanceof ApiProblem && (fault.isTransient || fault.status === 401))

/** What the service says now; for those who keep things on the phone, without signal, what it said last. */
export async function fetchOrCached<T>(name: string, ask: () => Promise<T>): Promise<{ value: T; isOld: boolean }> {
  const { vault } = useSession()
  return vault ? new Cache(database, vault).fresh(name, ask, isUnreachable) : { value: await ask(), isOld: false }
}
