import type { useFieldErrors } from '@/forms/fieldErrors'
import type { EnrolmentDraft } from '../draft'

export interface StepProps {
  draft: EnrolmentDraft
  fieldErrors: ReturnType<typeof useFieldErrors>
}
