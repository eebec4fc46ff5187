import { computed, reactive } from 'vue'
import { answer } from '@/api'
import { useAsyncData } from '@/components/asyncData'

/** A year, so that this month stands beside the same one of last year. */
const DaysShown = 366

/**
 * Figures of a region and how they came about, with the time at which they were read. What could not be read again stays.
 * @param every Milliseconds after which they are read again.
 */
export function useCoverage(regionCode: () => string, every?: number) {
  const { data, readAt, isLoading, fault, load } = useAsyncData(
    () => ['coverage', regionCode()],
    async (client) => {
      const params = { path: { regionCode: regionCode() } }
      const [now, history] = await Promise.all([
        answer(client.GET('/api/coverage/{regionCode}', { params })),
        answer(client.GET('/api/coverage/{regionCode}/history', { params: { ...params, query: { days: DaysShown } } })),
      ])
      return { coverage: now.data, days: history.data.days }
    },
    { isWanted: () => regionCode() !== '', every: () => every },
  )
  return reactive({
    coverage: computed(() => data.value?.coverage),
    days: computed(() => data.value?.days ?? []),
    readAt: computed(() => (readAt.value ? new Date(readAt.value).toISOString() : undefined)),
    fault,
    isLoading,
    load,
  })
}
