import { serviceRoutes } from '@/services/routes'
import type { Desk } from '../desk'

export const physician: Desk = {
  name: 'physician',
  roles: ['physician'],
  home: '/worklist',
  navigation: [
    { to: '/worklist', label: 'physician.navigation.home', icon: 'list' },
    { to: '/panel/search', label: 'physician.navigation.search', icon: 'search' },
    { to: '/panel/contracts', label: 'physician.navigation.contracts', icon: 'check' },
  ],
  routes: [
    ...serviceRoutes('/panel'),
    { path: '/worklist', component: () => import('./HomePage.vue'), meta: { title: 'physician.navigation.home' } },
    { path: '/panel/search', component: () => import('./SearchPage.vue'), meta: { title: 'search.title' } },
    { path: '/panel/:householdId', component: () => import('./PanelPage.vue'), meta: { title: 'household.title' } },
    { path: '/panel/:householdId/members/:member', component: () => import('./PanelPage.vue'), meta: { title: 'household.title' } },
  ],
}
