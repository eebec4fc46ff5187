import { ref, shallowRef, watch } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import type { AuditRecord, Wanted } from './audit'

/** Beyond this a file would be better asked for day by day and account by account. */
const MostExported = 20_000

/** A day's records, a page at a time; narrower where the wanted account or subject says so. */
export function useAudit(wanted: () => Wanted) {
  const records = shallowRef<readonly AuditRecord[]>([])
  const isLoading = ref(false)
  const isComplete = ref(false)
  const fault = ref<unknown>()
  let cursor: string | undefined
  let isNewest = (): boolean => true
  const asked = newestOnly()

  async function begin(): Promise<void> {
    isNewest = asked()
    cursor = undefined
    records.value = []
    isLoading.value = isComplete.value = false
    await more()
  }

  async function more(): Promise<void> {
    if (isLoading.value || isComplete.value) return
    const isOwn = isNewest
    isLoading.value = true
    fault.value = undefined
    try {
      const page = await pageOf(wanted(), cursor)
      if (!isOwn()) return
      records.value = [...records.value, ...page.items]
      cursor = page.cursor
      isComplete.value = !cursor
    } catch (caught) {
      if (isOwn()) fault.value = caught
    } finally {
      if (isOwn()) isLoading.value = false
    }
  }

  /** All of the rest too, for a file. */
  async function all(): Promise<readonly AuditRecord[]> {
    const isOwn = isNewest
    while (isOwn() && !isComplete.value && !fault.value && records.value.length < MostExported) await more()
    if (fault.value) throw fault.value
    return records.value
  }

  watch(wanted, begin, { immediate: true, deep: true })
  return { records, isLoading, isComplete, fault, begin, more, all }
}

async function pageOf({ day, account, subject }: Wanted, cursor: string | undefined): Promise<Schemas['AuditPage']> {
  const query = { day, ...(account ? { account } : {}), ...(subject ? { subject } : {}), ...(cursor ? { cursor } : {}) }
  return (await answer(api.GET('/api/audit', { params: { query } }))).data
}
