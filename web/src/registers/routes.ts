import type { RouteRecordRaw } from 'vue-router'
import type { Place } from '@/desks/desk'
import type { Role } from '@/session/session'

const roles: readonly Role[] = ['healthWorker', 'physician']

/** Their places in the navigation of the desks; on a phone the desk's first page leads there. */
export const registerPlaces: readonly Place[] = [
  { to: '/registers', label: 'registers.title', icon: 'columns', isWide: true },
  { to: '/referral-ledger', label: 'registers.ledger', icon: 'send', isWide: true },
]

export const registerRoutes: RouteRecordRaw[] = [
  {
    path: '/registers',
    component: () => import('./RegistersPage.vue'),
    meta: { title: 'registers.title', words: ['registers', 'cases'], roles },
  },
  {
    path: '/referral-ledger',
    component: () => import('./ReferralLedgerPage.vue'),
    meta: { title: 'registers.ledger', words: ['registers', 'referrals', 'cases'], roles },
  },
]
