import { registerPlaces } from '@/registers/routes'
import { householdRoutes } from '../householdRoutes'
import type { Desk } from '@/desks/desk'

export const physician: Desk = {
  name: 'physician',
  roles: ['physician'],
  home: '/worklist',
  navigation: [
    { to: '/worklist', label: 'physician.navigation.home', icon: 'list' },
    { to: '/cases', label: 'physician.navigation.cases', icon: 'send' },
    { to: '/slots', label: 'physician.navigation.slots', icon: 'clock' },
    { to: '/panel/search', label: 'physician.navigation.search', icon: 'search' },
    { to: '/panel/contracts', label: 'physician.navigation.contracts', icon: 'check' },
    ...registerPlaces,
  ],
  routes: [
    ...householdRoutes('/panel'),
    { path: '/worklist', component: () => import('./HomePage.vue'), meta: { title: 'physician.navigation.home' } },
    { path: '/plans/drafts', component: () => import('./plan/DraftsPage.vue'), meta: { title: 'physician.drafts.title' } },
    { path: '/panel/search', component: () => import('./SearchPage.vue'), meta: { title: 'search.title' } },
    { path: '/panel/:householdId', component: () => import('./PanelPage.vue'), meta: { title: 'household.title' } },
    { path: '/panel/:householdId/members/:member', component: () => import('./PanelPage.vue'), meta: { title: 'household.title' } },
    {
      path: '/panel/:householdId/members/:member/visits/:forms',
      component: () => import('./VisitPage.vue'),
      meta: { title: 'followUps.title', words: ['medication'], holdsTyping: true },
    },
    {
      path: '/panel/:householdId/members/:member/plan',
      component: () => import('./plan/PlanPage.vue'),
      meta: { title: 'plan.title', holdsTyping: true },
    },
    {
      path: '/panel/:householdId/members/:member/plan/versions',
      component: () => import('./plan/VersionsPage.vue'),
      meta: { title: 'physician.plan.versions' },
    },
    {
      path: '/panel/:householdId/members/:member/plan/opinions/:discipline',
      component: () => import('./plan/OpinionPage.vue'),
      meta: { title: 'physician.plan.opinions', holdsTyping: true },
    },
  ],
}
