import type { RouteRecordRaw } from 'vue-router'
import type { Place } from '@/desks/desk'
import type { Role } from '@/session/session'

const roles: readonly Role[] = ['healthWorker', 'official', 'operator']

/** Its place in the navigation of the desks that may import. */
export const importPlace: Place = { to: '/imports', label: 'imports.title', icon: 'upload' }

export const importRoutes: RouteRecordRaw[] = [
  { path: '/imports', component: () => import('./ImportsPage.vue'), meta: { title: 'imports.title', words: ['imports'], roles } },
  {
    path: '/imports/:importId',
    component: () => import('./ImportPage.vue'),
    meta: { title: 'imports.title', words: ['imports'], roles, holdsTyping: true },
  },
]
