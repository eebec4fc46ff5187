import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './contract'
import { patientFetch, type Surroundings } from './patientFetch'
import { problemOf } from './problem'

export type Schemas = components['schemas']
export type Api = Client<paths>

export interface Answer<T> {
  data: T
  status: number
  /** The ETag, to be sent back as If-Match. */
  version: string | undefined
}

export function createApi(around: Surroundings): Api {
  return createClient<paths>({ baseUrl: location.origin, fetch: patientFetch(around) })
}

/** The answer of a call, or the problem thrown: `const { data, version } = await answer(api.GET(…))`. */
export async function answer<T>(call: Promise<{ data?: T; response: Response; error?: unknown }>): Promise<Answer<T>> {
  const { data, response, error } = await call
  if (!response.ok) throw await problemOf(new Response(JSON.stringify(error ?? {}), response))
  return { data: data as T, status: response.status, version: response.headers.get('ETag') ?? undefined }
}
