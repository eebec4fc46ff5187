import type { RouteRecordRaw } from 'vue-router'

/** Contract, test reports, education and health card of a household, for each desk that works with them. */
export const serviceRoutes = (base: string): RouteRecordRaw[] => [
  { path: `${base}/contracts`, component: () => import('./ContractsPage.vue'), meta: { title: 'services.contracts.title', words: 'services' } },
  { path: `${base}/scan`, component: () => import('./ScanPage.vue'), meta: { title: 'services.scan.title', words: 'services', holdsTyping: true } },
  { path: `${base}/:householdId/contract`, component: () => import('./ContractPage.vue'), meta: { title: 'services.contract.title', words: 'services', holdsTyping: true } },
  { path: `${base}/:householdId/transfer`, component: () => import('./TransferPage.vue'), meta: { title: 'services.transfer.title', words: 'services', holdsTyping: true } },
  { path: `${base}/:householdId/members/:member/results`, component: () => import('./ResultsPage.vue'), meta: { title: 'services.results.title', words: 'services', holdsTyping: true } },
  { path: `${base}/:householdId/members/:member/education`, component: () => import('./EducationPage.vue'), meta: { title: 'services.education.title', words: 'services' } },
  { path: `${base}/:householdId/members/:member/card`, component: () => import('./CardPage.vue'), meta: { title: 'services.card.title', words: 'services' } },
]
