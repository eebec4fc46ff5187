import { computed } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { growingPause, useAsyncData } from '@/components/asyncData'

export type Import = Schemas['Import']

export const isUnderway = ({ status }: Import): boolean => status === 'receiving' || status === 'running'

/** An import; while it is worked on it is looked at again. */
export function useImport(importId: string) {
  const path = { importId }
  let looks = 0
  const { data: shown, ...states } = useAsyncData(
    ['import', importId],
    async () => {
      looks++
      return (await answer(api.GET('/api/imports/{importId}', { params: { path } }))).data
    },
    { every: ({ data }) => (data && isUnderway(data) ? growingPause(looks) : undefined) },
  )

  async function cancel(): Promise<void> {
    await answer(api.POST('/api/imports/{importId}/cancellation', { params: { path } }))
    await states.load()
  }

  const hasEnded = computed(() => shown.value !== undefined && !isUnderway(shown.value) && shown.value.status !== 'waiting')
  return { shown, ...states, hasEnded, cancel }
}
