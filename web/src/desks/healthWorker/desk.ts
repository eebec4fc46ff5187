import { defineAsyncComponent } from 'vue'
import { importPlace } from '@/imports/routes'
import { serviceRoutes } from '@/services/routes'
import type { Desk } from '../desk'

export const healthWorker: Desk = {
  name: 'healthWorker',
  roles: ['healthWorker'],
  home: '/households',
  navigation: [
    { to: '/households', label: 'healthWorker.navigation.households', icon: 'home' },
    { to: '/today', label: 'healthWorker.navigation.today', icon: 'clock' },
    { to: '/enrol', label: 'healthWorker.navigation.enrol', icon: 'add' },
    { to: '/outbox', label: 'healthWorker.navigation.outbox', icon: 'send' },
    importPlace,
  ],
  routes: [
    { path: '/households', component: () => import('./HomePage.vue'), meta: { title: 'healthWorker.navigation.households' } },
    { path: '/households/:householdId', component: () => import('./HouseholdPage.vue'), meta: { title: 'healthWorker.household.title' } },
    { path: '/households/:householdId/members/:member', component: () => import('./MemberPage.vue'), meta: { title: 'healthWorker.member.title' } },
    { path: '/households/:householdId/members/:member/visits/:form', component: () => import('./VisitPage.vue'), meta: { title: 'visit.title', holdsTyping: true } },
    { path: '/today', component: () => import('./TodayPage.vue'), meta: { title: 'healthWorker.navigation.today' } },
    { path: '/households/:householdId/members/:member/threads', component: () => import('@/talks/ThreadsPage.vue'), meta: { title: 'memberLinks.threads', words: 'talks' } },
    { path: '/households/:householdId/members/:member/threads/:threadId', component: () => import('@/talks/ThreadPage.vue'), meta: { title: 'talks.thread.title', words: 'talks', holdsTyping: true } },
    { path: '/households/:householdId/members/:member/ask', component: () => import('./talks/AskPage.vue'), meta: { title: 'talks.ask.title', words: 'talks', holdsTyping: true } },
    { path: '/households/:householdId/members/:member/medication', component: () => import('@/talks/MedicationPage.vue'), meta: { title: 'memberLinks.medication', words: 'talks', holdsTyping: true } },
    { path: '/households/:householdId/correction', component: () => import('./CorrectionPage.vue'), meta: { title: 'healthWorker.enrol.correctTitle' } },
    { path: '/enrol', component: () => import('./NewEnrolmentPage.vue'), meta: { title: 'healthWorker.enrol.title' } },
    { path: '/enrol/:draftId', component: () => import('./EnrolPage.vue'), meta: { title: 'healthWorker.enrol.title', holdsTyping: true } },
    { path: '/outbox', component: () => import('./OutboxPage.vue'), meta: { title: 'healthWorker.navigation.outbox' } },
    { path: '/outbox/:parcelId', component: () => import('./ConflictPage.vue'), meta: { title: 'healthWorker.conflict.title', holdsTyping: true } },
    { path: '/search', component: () => import('./SearchPage.vue'), meta: { title: 'search.title' } },
    ...serviceRoutes('/households'),
  ],
  status: defineAsyncComponent(() => import('./OutboxBadge.vue')),
}
