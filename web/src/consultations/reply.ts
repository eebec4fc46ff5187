import type { Schemas } from '@/api'

/** What is typed below a conversation. */
export interface Reply {
  text: string
  hasDisposition: boolean
  disposition: Schemas['Disposition']
}

export function emptyReply(): Reply {
  return { text: '', hasDisposition: false, disposition: { kind: 'appointment', where: '', when: '', how: '' } }
}

export function replyBody({ text, hasDisposition, disposition }: Reply, askPharmacist: boolean): Schemas['MessageRequest'] {
  return { text, askPharmacist, ...(hasDisposition && !askPharmacist ? { disposition } : {}) }
}
