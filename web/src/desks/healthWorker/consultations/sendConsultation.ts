import { answer, quietApi } from '@/api'
import type { ConsultationParcel } from './parcels'

/** There is nothing to be followed: the answer comes to the worker's list. */
export async function sendConsultation({ body }: ConsultationParcel): Promise<undefined> {
  const { memberKey, threadId } = body
  if ('question' in body)
    await answer(
      quietApi.PUT('/api/households/{householdId}/members/{member}/threads/{threadId}', {
        params: { path: { ...memberKey, threadId } },
        body: body.question,
      }),
    )
  else
    await answer(
      quietApi.PUT('/api/households/{householdId}/members/{member}/threads/{threadId}/messages/{messageId}', {
        params: { path: { ...memberKey, threadId, messageId: body.messageId } },
        body: body.message,
      }),
    )
  return undefined
}
