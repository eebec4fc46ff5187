import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { caseRoutes } from './desks/caseRoutes'
import { desks } from './desks'
import { loadDeskMessages, loadSharedMessages } from './i18n/i18n'
import { importRoutes } from './imports/routes'
import { useSeen } from './offline/seen'
import { registerRoutes } from './registers/routes'
import type { Role } from './session/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name. It names the kind of page, never a person: it stands in the window's title. */
    title?: string
    desk?: string
    /** The slices whose words the page needs beside its desk's. */
    words?: readonly string[]
    roles?: readonly Role[]
    /** Somebody types here: a new version of the app waits until they have left. */
    holdsTyping?: boolean
    /** On a wall: nothing of the frame around it. */
    fillsScreen?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomePage.vue'), meta: { title: 'app.name' } },
  { path: '/account', component: () => import('./pages/AccountPage.vue'), meta: { title: 'account.title', holdsTyping: true } },
  ...desks.flatMap((desk) =>
    desk.routes.map((route) => ({ ...route, meta: { ...route.meta, desk: desk.name, roles: desk.roles } }) as RouteRecordRaw),
  ),
  ...importRoutes,
  ...caseRoutes,
  ...registerRoutes,
  { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue'), meta: { title: 'notFound.title' } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.afterEach((to, from) => {
  if (to.path !== from.path) useSeen().turn()
})

router.beforeResolve(async (to) => {
  if (to.meta.desk) await loadDeskMessages(to.meta.desk)
  if (to.meta.words) await loadSharedMessages(...to.meta.words)
})
