import { ref, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'
import { refusedListOf, type RefusedList } from './refusedLines'

/** All refused lines of an import, with their cells and what is wrong with each. */
export function useRefusedLines(importId: string) {
  const list = shallowRef<RefusedList>()
  const isLoading = ref(false)
  const fault = ref<unknown>()
  const asked = newestOnly()

  async function load(): Promise<void> {
    const isNewest = asked()
    isLoading.value = true
    fault.value = undefined
    try {
      const [file, refusals] = await Promise.all([fileOf(importId), refusalsOf(importId)])
      const found = refusedListOf(await file.text(), refusals)
      if (isNewest()) list.value = found
    } catch (caught) {
      if (isNewest()) fault.value = caught
    } finally {
      if (isNewest()) isLoading.value = false
    }
  }

  return { list, isLoading, fault, load }
}

/** The refused lines as a file, to be mended elsewhere. */
export async function fileOf(importId: string): Promise<Blob> {
  const call = api.GET('/api/imports/{importId}/refused-lines.csv', { params: { path: { importId } }, parseAs: 'blob' })
  return (await answer<Blob | string>(call)).data as Blob
}

async function refusalsOf(importId: string): Promise<Schemas['Refusal'][]> {
  const found: Schemas['Refusal'][] = []
  let cursor: string | undefined
  do {
    const query = cursor ? { cursor } : {}
    const { data }: { data: Schemas['RefusalPage'] } = await answer(
      api.GET('/api/imports/{importId}/refused-lines', { params: { path: { importId }, query } }),
    )
    found.push(...data.items)
    cursor = data.cursor
  } while (cursor)
  return found
}
