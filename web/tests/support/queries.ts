import { environmentManager } from '@tanstack/vue-query'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach } from 'vitest'

/** For `vi.mock('@/session/session', …)`: a session of which only the account matters. */
export async function sessionOfAccount() {
  const { reactive } = await import('vue')
  const session = reactive({ user: { accountId: 'first' } })
  return { useSession: () => session }
}

/** For `vi.mock('@/api', …)`: two clients, of which a test sees which was handed on. */
export const toldApart = () => ({ api: 'asked by somebody', quietApi: 'asked by itself' })

/** Queries as a browser makes them, fresh for every test: a server asks nothing again. */
export function useBrowserQueries(): void {
  beforeEach(() => {
    environmentManager.setIsServer(() => false)
    setActivePinia(createPinia())
  })
}
