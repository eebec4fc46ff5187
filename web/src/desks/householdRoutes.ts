import type { RouteRecordRaw } from 'vue-router'

/**
 * The pages about a household and its members that health workers and physicians share.
 * @param base Where the desk shows its households.
 */
export function householdRoutes(base: '/panel' | '/households'): RouteRecordRaw[] {
  const household = `${base}/:householdId`
  const member = `${household}/members/:member`
  return [
    {
      path: `${member}/consultations`,
      component: () => import('@/consultations/ConsultationsPage.vue'),
      meta: { title: 'memberLinks.consultations', words: ['consultations'] },
    },
    {
      path: `${member}/consultations/:consultationId`,
      component: () => import('@/consultations/ConsultationPage.vue'),
      meta: { title: 'consultations.consultation.title', words: ['consultations', 'medication', 'triage'], holdsTyping: true },
    },
    {
      path: `${member}/medication`,
      component: () => import('@/medication/MedicationPage.vue'),
      meta: { title: 'memberLinks.medication', words: ['medication', 'entries'], holdsTyping: true },
    },
    {
      path: `${base}/contracts`,
      component: () => import('@/contracts/ContractsPage.vue'),
      meta: { title: 'contracts.list.title', words: ['contracts'] },
    },
    {
      path: `${household}/contract`,
      component: () => import('@/contracts/ContractPage.vue'),
      meta: { title: 'contracts.contract.title', words: ['contracts', 'entries'], holdsTyping: true },
    },
    {
      path: `${household}/transfer`,
      component: () => import('@/transfers/TransferPage.vue'),
      meta: { title: 'transfers.title', words: ['transfers'], holdsTyping: true },
    },
    {
      path: `${member}/test-reports`,
      component: () => import('@/testReports/TestReportsPage.vue'),
      meta: { title: 'testReports.title', words: ['testReports', 'entries'], holdsTyping: true },
    },
    {
      path: `${member}/education`,
      component: () => import('@/education/EducationPage.vue'),
      meta: { title: 'education.title', words: ['education', 'entries'] },
    },
    {
      path: `${member}/health-card`,
      component: () => import('@/healthCards/HealthCardPage.vue'),
      meta: { title: 'healthCards.card.title', words: ['healthCards', 'entries'] },
    },
    {
      path: `${member}/forms/:form/:of?`,
      component: () => import('@/print/PrintedFormPage.vue'),
      meta: { title: 'print.title' },
    },
    {
      path: `${base}/health-card-scan`,
      component: () => import('@/healthCards/HealthCardScanPage.vue'),
      meta: { title: 'healthCards.scan.title', words: ['healthCards'], holdsTyping: true },
    },
  ]
}
