import { answer, api, type Schemas } from '@/api'
import { useAsyncData } from '@/components/asyncData'
import { refusedListOf } from './refusedLines'

/** All refused lines of an import, with their cells and what is wrong with each. Asked for where somebody wants them. */
export function useRefusedLines(importId: string, isWanted: () => boolean) {
  const { data: list, ...states } = useAsyncData(
    ['refusedLines', importId],
    async () => {
      const [file, refusals] = await Promise.all([fileOf(importId), refusalsOf(importId)])
      return refusedListOf(await file.text(), refusals)
    },
    { isWanted },
  )
  return { list, ...states }
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
