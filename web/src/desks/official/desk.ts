import type { Desk } from '@/desks/desk'

export const official: Desk = {
  name: 'official',
  roles: ['official'],
  home: '/coverage',
  navigation: [{ to: '/coverage', label: 'official.navigation.home', icon: 'chart' }],
  routes: [
    { path: '/coverage', component: () => import('./HomePage.vue'), meta: { title: 'official.navigation.home' } },
    { path: '/coverage/:regionCode(\\d+)', component: () => import('./HomePage.vue'), meta: { title: 'official.navigation.home' } },
    {
      path: '/coverage/:regionCode(\\d+)/screen',
      component: () => import('./ScreenPage.vue'),
      meta: { title: 'official.screen.open', fillsScreen: true },
    },
    {
      path: '/coverage/:regionCode(\\d+)/households',
      component: () => import('./HouseholdsPage.vue'),
      meta: { title: 'official.households.title', holdsTyping: true },
    },
    {
      path: '/coverage/:regionCode(\\d+)/households/:householdId',
      component: () => import('./CasePage.vue'),
      meta: { title: 'household.title', holdsTyping: true },
    },
    {
      path: '/coverage/:regionCode(\\d+)/households/:householdId/members/:member',
      component: () => import('./CasePage.vue'),
      meta: { title: 'household.title', holdsTyping: true },
    },
  ],
}
