import { answer, api, type Schemas } from '@/api'
import { usePagedData } from '@/components/pagedData'
import type { AuditRecord, Wanted } from './audit'

/** Beyond this a file would be better asked for day by day and account by account. */
const MostExported = 20_000

/** A day's records, a page at a time; narrower where the wanted account or subject says so. */
export function useAudit(wanted: () => Wanted) {
  const { rows, all, ...states } = usePagedData<AuditRecord>(
    () => ['audit', wanted()],
    () => [(cursor) => pageOf(wanted(), cursor)],
  )

  /** All of the rest too, for a file. */
  async function allRecords(): Promise<readonly AuditRecord[]> {
    await all(MostExported)
    if (states.fault.value) throw states.fault.value
    return rows.value
  }

  return { records: rows, ...states, all: allRecords }
}

async function pageOf({ day, account, subject }: Wanted, cursor: string | undefined): Promise<Schemas['AuditPage']> {
  const query = { day, ...(account ? { account } : {}), ...(subject ? { subject } : {}), ...(cursor ? { cursor } : {}) }
  return (await answer(api.GET('/api/audit', { params: { query } }))).data
}
