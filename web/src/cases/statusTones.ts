import type { Schemas } from '@/api'
import type { Tone } from '@/components/ToneTag.vue'

export const referralTones: Record<Schemas['ReferralStatus'], Tone> = {
  sent: 'info',
  returned: 'danger',
  accepted: 'info',
  seen: 'info',
  answered: 'notice',
  closed: 'calm',
  withdrawn: 'calm',
}
export const conferenceTones: Record<Schemas['Conference']['status'], Tone> = { open: 'info', concluded: 'calm', cancelled: 'calm' }
export const appointmentTones: Record<Schemas['AppointmentStatus'], Tone> = {
  booked: 'info',
  kept: 'good',
  missed: 'notice',
  cancelled: 'calm',
}
