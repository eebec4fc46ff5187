import type { Schemas } from '@/api'
import type { MemberKey } from '@/records/memberPaths'

/** Into the outbox of the phone; false where this browser keeps nothing. */
export async function queueMessage(
  memberKey: MemberKey,
  name: string,
  consultationId: string,
  messageId: string,
  body: Schemas['MessageRequest'],
): Promise<boolean> {
  const [{ useOfflineWork }, { messageParcel }] = await Promise.all([
    import('@/desks/healthWorker/offlineWork'),
    import('@/desks/healthWorker/consultations/parcels'),
  ])
  const work = useOfflineWork()
  if (!work.store) return false
  await work.store.outbox.add(messageParcel(memberKey, name, consultationId, messageId, body))
  void work.send()
  return true
}
