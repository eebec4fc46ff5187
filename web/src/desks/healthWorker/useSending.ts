import { ref } from 'vue'
import type { EnrolmentDraft } from './draft'
import { bodyOf } from './enrolment/body'
import type { HouseholdParcel } from './sendParcel'
import { useOfflineWork } from './offlineWork'

/** Moves a draft into the outbox. The draft is gone only when the parcel is there. */
export function useSending(id: string, draft: EnrolmentDraft, stop: () => Promise<void>) {
  const work = useOfflineWork()
  const isSending = ref(false)
  const fault = ref<unknown>()

  async function send(): Promise<boolean> {
    isSending.value = true
    fault.value = undefined
    try {
      const household = bodyOf(draft.form)
      const body: HouseholdParcel = { household, householdId: draft.householdId, base: draft.base }
      const parcel = {
        id,
        subject: draft.householdId ?? household.registrationNumber,
        kind: draft.householdId ? 'correct' : 'enrol',
        body,
        version: draft.version,
      }
      await stop()
      await work.opened().outbox.add(parcel, id)
      void work.send()
      return true
    } catch (caught) {
      fault.value = caught
      return false
    } finally {
      isSending.value = false
    }
  }

  return { send, isSending, fault }
}
