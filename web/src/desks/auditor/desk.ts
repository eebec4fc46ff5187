import type { Desk } from '@/desks/desk'

export const auditor: Desk = {
  name: 'auditor',
  roles: ['auditor'],
  home: '/audit',
  navigation: [{ to: '/audit', label: 'auditor.navigation.home', icon: 'list' }],
  routes: [{ path: '/audit', component: () => import('./HomePage.vue'), meta: { title: 'auditor.navigation.home' } }],
}
