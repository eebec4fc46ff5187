import { answer, quietApi } from '@/api'
import type { TalkParcel } from './parcels'

/** There is nothing to be followed: the answer comes to the worker's list. */
export async function sendTalk({ body }: TalkParcel): Promise<undefined> {
  const { whose, threadId } = body
  if ('question' in body) await answer(quietApi.PUT('/api/households/{householdId}/members/{member}/threads/{threadId}', { params: { path: { ...whose, threadId } }, body: body.question }))
  else await answer(quietApi.PUT('/api/households/{householdId}/members/{member}/threads/{threadId}/messages/{messageId}', { params: { path: { ...whose, threadId, messageId: body.messageId } }, body: body.message }))
  return undefined
}
