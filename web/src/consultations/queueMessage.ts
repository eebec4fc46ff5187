import type { Schemas } from '@/api'
import type { Whose } from './asking'

/** Into the outbox of the phone; false where this browser keeps nothing. */
export async function keepForLater(whose: Whose, name: string, threadId: string, messageId: string, body: Schemas['WriteMessage']): Promise<boolean> {
  const [{ useWork }, { messageParcel }] = await Promise.all([import('@/desks/healthWorker/work'), import('@/desks/healthWorker/talks/parcels')])
  const work = useWork()
  if (!work.store) return false
  await work.store.outbox.add(messageParcel(whose, name, threadId, messageId, body))
  void work.send()
  return true
}
