import { language } from '@/i18n/language'
import { useConnection } from '@/offline/connection'
import { useSession } from '@/session/session'
import { createApi } from './client'

export { answer, type Answer, type Schemas } from './client'
export { ApiProblem, NoConnection, type FieldError } from './problem'

const around = {
  token: () => useSession().token,
  language: () => language.value,
  heard: (reached: boolean) => useConnection().heard(reached),
}

/** For screens: a session that has run out asks for the password over the page and goes on. */
export const api = createApi({ ...around, askToSignIn: () => useSession().askToSignIn() })

/** For work that goes on by itself: it waits for a sign-in rather than asking for one. */
export const quietApi = createApi(around)
