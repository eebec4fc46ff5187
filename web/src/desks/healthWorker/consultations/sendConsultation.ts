import { answer, quietApi } from '@/api'
import type { ConsultationParcel } from './parcels'

/** There is nothing to be followed: the answer comes to the worker's list. */
export async function sendConsultation({ body }: ConsultationParcel): Promise<undefined> {
  const { memberKey, consultationId } = body
  if ('question' in body)
    await answer(
      quietApi.PUT('/api/households/{householdId}/members/{member}/consultations/{consultationId}', {
        params: { path: { ...memberKey, consultationId } },
        body: body.question,
      }),
    )
  else
    await answer(
      quietApi.PUT('/api/households/{householdId}/members/{member}/consultations/{consultationId}/messages/{messageId}', {
        params: { path: { ...memberKey, consultationId, messageId: body.messageId } },
        body: body.message,
      }),
    )
  return undefined
}
