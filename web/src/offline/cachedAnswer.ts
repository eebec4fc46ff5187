import { ApiProblem, NoConnection } from '@/api/problem'
import { useSession } from '@/session/session'
import { Cache, type Kept } from './cache'
import { database } from './database'
import { useSeen } from './seen'

/** Nobody answered, or nobody who could. */
export const isUnreachable = (fault: unknown): boolean =>
  fault instanceof NoConnection || (fault instanceof ApiProblem && (fault.isTransient || fault.status === 401))

function cache(): Cache | undefined {
  const { vault } = useSession()
  return vault && new Cache(database, vault)
}

/** What the service says now; for those who keep things on the phone, without signal, what it said last: the page says when. */
export async function fetchOrCached<T>(name: string, ask: () => Promise<T>): Promise<Kept<T> & { isOld: boolean }> {
  const cached = cache()
  if (!cached) return { value: await ask(), keptAt: Date.now(), isOld: false }
  const seen = useSeen().asking(name)
  const fetched = await cached.fresh(name, ask, isUnreachable)
  seen(fetched.isOld ? fetched.keptAt : undefined)
  return fetched
}

/** For a page that opens without it too: undefined where nobody answers and the phone has not kept it. */
export async function fetchIfThere<T>(name: string, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return (await fetchOrCached(name, ask)).value
  } catch (fault) {
    if (cache() && fault instanceof NoConnection) return undefined
    throw fault
  }
}

/** All that is kept about a household that is not, or no longer, the worker's: the service knows none such. */
export async function forgettingWhatIsGone<T>(householdId: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (fault) {
    if (fault instanceof ApiProblem && fault.status === 404) await cache()?.forget(householdId)
    throw fault
  }
}

/** Keeps what came as a part of another answer. */
export async function keepAnswer(name: string, value: unknown): Promise<void> {
  await cache()?.keep(name, value)
}

/** In place of an answer that is not to be had: the page says when it was seen. */
export async function recallAnswer<T>(name: string): Promise<T | undefined> {
  const seen = useSeen().asking(name)
  const kept = await cache()?.find<T>(name)
  if (kept) seen(kept.keptAt)
  return kept?.value
}

/** What was kept, whether there is signal or not. */
export async function findAnswer<T>(name: string): Promise<T | undefined> {
  return (await cache()?.find<T>(name))?.value
}

/** So many of the pictures that were seen are kept: at most 36 MB. */
const MostPictures = 60

/** @param name Begins with its kind and a colon. */
export async function keepPicture(name: string, picture: Blob): Promise<void> {
  await cache()?.keepBytes(`${name.split(':')[0]}:`, name, await picture.arrayBuffer(), MostPictures)
}

export async function findPicture(name: string): Promise<Blob | undefined> {
  const bytes = await cache()?.findBytes(name)
  return bytes && new Blob([bytes], { type: 'image/jpeg' })
}

export async function forgetPicture(name: string): Promise<void> {
  await cache()?.forgetOne(name)
}
