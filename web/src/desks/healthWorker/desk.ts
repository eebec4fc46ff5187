import { defineAsyncComponent } from 'vue'
import { importPlace } from '@/imports/routes'
import { registerPlaces } from '@/registers/routes'
import { householdRoutes } from '../householdRoutes'
import type { Desk } from '@/desks/desk'
import { useToDoCount } from './toDo/toDoCount'

export const healthWorker: Desk = {
  name: 'healthWorker',
  roles: ['healthWorker'],
  home: '/households',
  navigation: [
    { to: '/households', label: 'healthWorker.navigation.households', icon: 'home' },
    { to: '/to-do', label: 'healthWorker.navigation.toDo', icon: 'list', count: () => useToDoCount().count },
    { to: '/enrolments', label: 'healthWorker.navigation.enrol', icon: 'add' },
    { to: '/outbox', label: 'healthWorker.navigation.outbox', icon: 'send' },
    importPlace,
    ...registerPlaces,
  ],
  routes: [
    { path: '/households', component: () => import('./HomePage.vue'), meta: { title: 'healthWorker.navigation.households' } },
    { path: '/households/:householdId', component: () => import('./HouseholdPage.vue'), meta: { title: 'healthWorker.household.title' } },
    {
      path: '/households/:householdId/members/:member',
      component: () => import('./MemberPage.vue'),
      meta: { title: 'healthWorker.member.title', words: ['entries'] },
    },
    {
      path: '/households/:householdId/members/:member/visits/:forms',
      component: () => import('./VisitPage.vue'),
      meta: { title: 'followUps.title', words: ['medication'], holdsTyping: true },
    },
    { path: '/to-do', component: () => import('./toDo/ToDoPage.vue'), meta: { title: 'healthWorker.navigation.toDo' } },
    // Where the visits alone stood.
    { path: '/due-visits', redirect: '/to-do' },
    {
      path: '/households/:householdId/members/:member/consultations/new',
      component: () => import('./consultations/NewConsultationPage.vue'),
      meta: { title: 'consultations.new.title', words: ['consultations', 'triage'], holdsTyping: true },
    },
    {
      path: '/households/:householdId/correction',
      component: () => import('./CorrectionPage.vue'),
      meta: { title: 'healthWorker.enrol.correctTitle' },
    },
    { path: '/enrolments', component: () => import('./NewEnrolmentPage.vue'), meta: { title: 'healthWorker.enrol.title' } },
    {
      path: '/enrolments/:draftId',
      component: () => import('./EnrolPage.vue'),
      meta: { title: 'healthWorker.enrol.title', holdsTyping: true },
    },
    {
      path: '/outbox',
      component: () => import('./OutboxPage.vue'),
      meta: { title: 'healthWorker.navigation.outbox', words: ['entries'] },
    },
    {
      path: '/outbox/:parcelId',
      component: () => import('./ConflictPage.vue'),
      meta: { title: 'healthWorker.conflict.title', holdsTyping: true },
    },
    { path: '/search', component: () => import('./SearchPage.vue'), meta: { title: 'search.title' } },
    ...householdRoutes('/households'),
  ],
  status: defineAsyncComponent(() => import('./OutboxBadge.vue')),
}
