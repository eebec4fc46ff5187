import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/session/session'

const both: readonly Role[] = ['healthWorker', 'physician']
const of = '/cases/:householdId/:member'

/** Referrals, conferences and appointments of a member, as both sides see them. */
export const careRoutes: RouteRecordRaw[] = [
  { path: '/cases', component: () => import('./CasesPage.vue'), meta: { title: 'care.cases.title', words: 'care', roles: both } },
  { path: '/slots', component: () => import('./SlotsPage.vue'), meta: { title: 'care.slots.title', words: 'care', roles: ['physician'] } },
  { path: '/slots/plan', component: () => import('./SlotPlanPage.vue'), meta: { title: 'care.slotPlan.title', words: 'care', roles: ['physician'], holdsTyping: true } },
  { path: `${of}/referrals/new`, component: () => import('./SendReferralPage.vue'), meta: { title: 'care.send.title', words: 'care', roles: both, holdsTyping: true } },
  { path: `${of}/referrals/:id`, component: () => import('./ReferralPage.vue'), meta: { title: 'care.referral.title', words: 'care', roles: both, holdsTyping: true } },
  { path: `${of}/conferences/new`, component: () => import('./CallConferencePage.vue'), meta: { title: 'care.call.title', words: 'care', roles: ['physician'], holdsTyping: true } },
  { path: `${of}/conferences/:id`, component: () => import('./ConferencePage.vue'), meta: { title: 'care.conference.title', words: 'care', roles: both, holdsTyping: true } },
  { path: `${of}/appointments`, component: () => import('./AppointmentsPage.vue'), meta: { title: 'care.appointments.title', words: 'care', roles: both } },
  { path: `${of}/appointments/new`, component: () => import('./BookPage.vue'), meta: { title: 'care.book.title', words: 'care', roles: ['healthWorker'], holdsTyping: true } },
]
