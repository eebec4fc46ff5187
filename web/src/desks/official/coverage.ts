import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { answer, api, quietApi, type Schemas } from '@/api'
import { newestOnly } from '@/components/newest'

/** A year, so that this month stands beside the same one of last year. */
const DaysShown = 366

/** Figures of a region as they were read last. What could not be read again stays, with its time. */
export const useCoverage = defineStore('coverage', () => {
  const regionCode = ref('')
  const coverage = shallowRef<Schemas['Coverage']>()
  const days = shallowRef<Schemas['DayMeasures'][]>([])
  const readAt = ref<string>()
  const fault = ref<unknown>()
  const isLoading = ref(false)
  const asked = newestOnly()

  async function load(code: string, { quietly = false } = {}): Promise<void> {
    const client = quietly ? quietApi : api
    if (code !== regionCode.value) {
      coverage.value = undefined
      days.value = []
    }
    const isNewest = asked()
    regionCode.value = code
    isLoading.value = true
    fault.value = undefined
    try {
      const params = { path: { regionCode: code } }
      const [now, history] = await Promise.all([
        answer(client.GET('/api/coverage/{regionCode}', { params })),
        answer(client.GET('/api/coverage/{regionCode}/history', { params: { ...params, query: { days: DaysShown } } })),
      ])
      if (!isNewest()) return
      coverage.value = now.data
      days.value = history.data.days
      readAt.value = new Date().toISOString()
    } catch (caught) {
      if (isNewest()) fault.value = caught
    } finally {
      if (isNewest()) isLoading.value = false
    }
  }

  return { regionCode, coverage, days, readAt, fault, isLoading, load }
})
