import { watch } from 'vue'
import { answer, api } from '@/api'
import { growingPause, useAsyncData } from '@/components/asyncData'
import { usePagedData } from '@/components/pagedData'
import { isUnderway, type Import } from './useImport'

/** One's own imports, the newest first, a page at a time. While one of the newest is worked on, they are looked at again. */
export function useImports() {
  const list = usePagedData<Import>(['imports'], () => [pageOf])
  const isAnyUnderway = (): boolean => list.rows.value.some(isUnderway)
  let looks = 0
  const { data: newest } = useAsyncData(
    ['newestImports'],
    () => {
      looks++
      return pageOf(undefined)
    },
    { isWanted: isAnyUnderway, every: () => growingPause(looks) },
  )
  watch(newest, (found) => {
    const known = new Map(found?.items.map((one) => [one.id, one]))
    list.change((one) => known.get(one.id) ?? one)
  })

  return { ...list, items: list.rows }
}

const pageOf = async (cursor: string | undefined) =>
  (await answer(api.GET('/api/imports', { params: { query: cursor ? { cursor } : {} } }))).data
