import type { Desk } from '../desk'

export const physician: Desk = {
  name: 'physician',
  roles: ['physician'],
  home: '/worklist',
  navigation: [
    { to: '/worklist', label: 'physician.navigation.home', icon: 'list' },
    { to: '/cases', label: 'physician.navigation.cases', icon: 'send' },
    { to: '/slots', label: 'physician.navigation.slots', icon: 'clock' },
    { to: '/panel/search', label: 'physician.navigation.search', icon: 'search' },
  ],
  routes: [
    { path: '/worklist', component: () => import('./HomePage.vue'), meta: { title: 'physician.navigation.home' } },
    { path: '/panel/search', component: () => import('./SearchPage.vue'), meta: { title: 'search.title' } },
    { path: '/panel/:householdId', component: () => import('./PanelPage.vue'), meta: { title: 'household.title' } },
    { path: '/panel/:householdId/members/:member', component: () => import('./PanelPage.vue'), meta: { title: 'household.title' } },
  ],
}
