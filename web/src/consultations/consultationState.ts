import type { Tone } from '@/components/ToneTag.vue'
import type { Consultation } from './fetchConsultations'

export type ConsultationState = 'physician' | 'opinion' | 'understanding' | 'closed' | 'none'

/** Whose step the consultation waits for. */
export function stateOf(consultation: Consultation): ConsultationState {
  if (consultation.awaitsUnderstanding) return 'understanding'
  if (consultation.closedAt) return 'closed'
  if (consultation.awaitsPhysician) return 'physician'
  return consultation.awaitsOpinion ? 'opinion' : 'none'
}

export const toneOf: Record<ConsultationState, Tone> = {
  physician: 'info',
  opinion: 'info',
  understanding: 'notice',
  closed: 'calm',
  none: 'good',
}
