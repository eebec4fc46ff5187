import { answer, api, type Schemas } from '@/api'
import type { Account } from './account'

export async function allAccounts(): Promise<Account[]> {
  const accounts: Account[] = []
  let cursor: string | undefined
  do {
    const { data }: { data: Schemas['AccountPage'] } = await answer(
      api.GET('/api/accounts', { params: { query: cursor ? { cursor } : {} } }),
    )
    accounts.push(...data.items)
    cursor = data.cursor
  } while (cursor)
  return accounts.sort((one, other) => one.userName.localeCompare(other.userName))
}
