import type { Schemas } from '@/api'

export type AuditRecord = Schemas['AuditRecord']

export interface Wanted {
  day: string
  account: string
  subject: string
}

/** `import.download-refused` as a key of words, which a dot would take apart. */
export const actionKey = (action: string): string => action.replaceAll('.', '_')

export type Outcome = 'done' | 'refused' | 'failed' | 'open'

export function outcomeOf({ status }: AuditRecord): Outcome {
  if (status === undefined) return 'open'
  return status < 400 ? 'done' : status < 500 ? 'refused' : 'failed'
}

export const columns = ['at', 'action', 'accountId', 'role', 'subject', 'reason', 'status', 'traceId'] as const

export const rowsOf = (records: readonly AuditRecord[]): string[][] => [
  [...columns],
  ...records.map((record) => columns.map((column) => String(record[column] ?? ''))),
]
