import { saveToWindow } from '@/session/windowSession'
import { useSession } from '@/session/session'

/** Somebody is signed in in this window, and keeps nothing on the device. */
export async function signedInAs(role: 'healthWorker' | 'physician', userName = 'somebody'): Promise<void> {
  const user = { role, regions: ['441402'], displayName: '', accountId: 'a' }
  await saveToWindow({ userName, session: { accessToken: 'token', user } as never, vault: undefined })
  await useSession().restore()
}
