import { ApiProblem, NoConnection } from '@/api/problem'
import { NotKept } from '@/offline/outbox'
import type { IconName } from './icons'

export interface FaultText {
  title: string
  next: string
  icon: IconName
  mayRetry: boolean
  traceId: string | undefined
}

const kinds: Record<number, string> = {
  401: 'signIn',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'conflict',
  422: 'invalid',
  429: 'busy',
}

/** The service's own title says what; the app says what to do next. */
export function faultText(fault: unknown, t: (key: string) => string): FaultText {
  if (fault instanceof NoConnection) {
    return { title: t('faults.offline.title'), next: t('faults.offline.next'), icon: 'offline', mayRetry: true, traceId: undefined }
  }
  if (fault instanceof NotKept) {
    return { title: t('faults.notKept.title'), next: t('faults.notKept.next'), icon: 'warning', mayRetry: false, traceId: undefined }
  }
  if (!(fault instanceof ApiProblem)) {
    return { title: t('faults.page.title'), next: t('faults.page.next'), icon: 'warning', mayRetry: true, traceId: undefined }
  }
  const kind = kindOf(fault)
  return {
    title: fault.title || t(`faults.${kind}.title`),
    next: t(`faults.${kind}.next`),
    icon: 'warning',
    mayRetry: fault.isTransient,
    traceId: fault.status >= 500 ? fault.traceId : undefined,
  }
}

function kindOf(fault: ApiProblem): string {
  if (fault.code === 'wrong-password-offline') return 'password'
  if (fault.code === 'sent-meanwhile') return 'sent'
  if (fault.status === 503) return 'busy'
  return kinds[fault.status] ?? (fault.status >= 500 ? 'fault' : 'refused')
}
