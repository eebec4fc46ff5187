import { importPlace } from '@/imports/routes'
import type { Desk } from '@/desks/desk'

export const operator: Desk = {
  name: 'operator',
  roles: ['operator'],
  home: '/poison-messages',
  navigation: [
    { to: '/poison-messages', label: 'operator.navigation.problems', icon: 'warning' },
    { to: '/operations', label: 'operator.navigation.operations', icon: 'chart' },
    { to: '/accounts', label: 'operator.navigation.accounts', icon: 'key' },
    { to: '/roster', label: 'operator.navigation.roster', icon: 'people' },
    importPlace,
  ],
  routes: [
    { path: '/poison-messages', component: () => import('./HomePage.vue'), meta: { title: 'operator.navigation.problems' } },
    { path: '/operations', component: () => import('./OperationsPage.vue'), meta: { title: 'operator.navigation.operations' } },
    { path: '/accounts', component: () => import('./AccountsPage.vue'), meta: { title: 'operator.navigation.accounts' } },
    { path: '/accounts/new', component: () => import('./NewAccountPage.vue'), meta: { title: 'operator.accounts.new', holdsTyping: true } },
    {
      path: '/accounts/:accountId',
      component: () => import('./AccountPage.vue'),
      meta: { title: 'operator.accounts.one', holdsTyping: true },
    },
    { path: '/roster', component: () => import('./RosterPage.vue'), meta: { title: 'operator.navigation.roster' } },
    {
      path: '/roster/import',
      component: () => import('./RosterImportPage.vue'),
      meta: { title: 'operator.roster.import', words: ['imports'] },
    },
    { path: '/roster/new', component: () => import('./PhysicianPage.vue'), meta: { title: 'operator.roster.new', holdsTyping: true } },
    {
      path: '/roster/:physicianId',
      component: () => import('./PhysicianPage.vue'),
      meta: { title: 'operator.roster.one', holdsTyping: true },
    },
  ],
}
