import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/session/session'

const both: readonly Role[] = ['healthWorker', 'physician']
const physicians: readonly Role[] = ['physician']
const healthWorkers: readonly Role[] = ['healthWorker']
const member = '/cases/:householdId/:member'

/** Referrals, conferences and appointments, as both sides see them. */
export const caseRoutes: RouteRecordRaw[] = [
  { path: '/cases', component: () => import('@/cases/CasesPage.vue'), meta: { title: 'cases.list.title', words: ['cases'], roles: both } },
  {
    path: `${member}/referrals/new`,
    component: () => import('@/referrals/NewReferralPage.vue'),
    meta: { title: 'referrals.new.title', words: ['referrals', 'cases', 'entries'], roles: both, holdsTyping: true },
  },
  {
    path: `${member}/referrals/:id`,
    component: () => import('@/referrals/ReferralPage.vue'),
    meta: { title: 'referrals.referral.title', words: ['referrals', 'cases'], roles: both, holdsTyping: true },
  },
  {
    path: `${member}/conferences/new`,
    component: () => import('@/conferences/NewConferencePage.vue'),
    meta: { title: 'conferences.new.title', words: ['conferences', 'cases'], roles: physicians, holdsTyping: true },
  },
  {
    path: `${member}/conferences/:id`,
    component: () => import('@/conferences/ConferencePage.vue'),
    meta: { title: 'conferences.conference.title', words: ['conferences', 'cases'], roles: both, holdsTyping: true },
  },
  {
    path: `${member}/appointments`,
    component: () => import('@/appointments/AppointmentsPage.vue'),
    meta: { title: 'appointments.list.title', words: ['appointments', 'cases'], roles: both },
  },
  {
    path: `${member}/appointments/new`,
    component: () => import('@/appointments/NewAppointmentPage.vue'),
    meta: { title: 'appointments.new.title', words: ['appointments', 'cases'], roles: healthWorkers, holdsTyping: true },
  },
  {
    path: '/slots',
    component: () => import('@/appointments/SlotsPage.vue'),
    meta: { title: 'appointments.slots.title', words: ['appointments', 'cases'], roles: physicians },
  },
  {
    path: '/slot-plan',
    component: () => import('@/appointments/SlotPlanPage.vue'),
    meta: { title: 'appointments.slotPlan.title', words: ['appointments'], roles: physicians, holdsTyping: true },
  },
]
