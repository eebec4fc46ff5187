import { QueryClient } from '@tanstack/vue-query'
import { defineStore } from 'pinia'
import { markRaw, watch } from 'vue'
import { useSession } from '@/session/session'

/**
 * Questions to the service. Each is asked when somebody wants the answer or waits for what is on its way, and at no other time: every
 * read is in the audit, and a phone in a village has little data. What a page shows goes with the page. Without signal it is asked all
 * the same: the phone may have kept an answer.
 */
export const useQueryStore = defineStore('queries', () => {
  const session = useSession()
  const client = markRaw(
    new QueryClient({
      defaultOptions: {
        queries: {
          retry: false,
          refetchOnWindowFocus: false,
          refetchOnReconnect: false,
          networkMode: 'always',
          staleTime: 0,
          gcTime: 0,
        },
      },
    }),
  )
  // It hears when the window is seen again.
  client.mount()

  // Nothing that was answered to somebody is shown to another.
  watch(
    () => session.user?.accountId,
    () => client.clear(),
    { flush: 'sync' },
  )
  return { client }
})
