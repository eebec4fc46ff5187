import type { Tone } from '@/components/ToneTag.vue'
import type { Thread } from './asking'

export type Turn = 'physician' | 'opinion' | 'understanding' | 'closed' | 'none'

/** Whose turn it is, in one word. */
export function turnOf(thread: Thread): Turn {
  if (thread.awaitsUnderstanding) return 'understanding'
  if (thread.closedAt) return 'closed'
  if (thread.awaitsPhysician) return 'physician'
  return thread.awaitsOpinion ? 'opinion' : 'none'
}

export const toneOf: Record<Turn, Tone> = { physician: 'info', opinion: 'info', understanding: 'notice', closed: 'calm', none: 'good' }
