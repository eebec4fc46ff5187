import { NoConnection } from './problem'

/** What a call needs to know of the app around it. */
export interface Surroundings {
  token(): string | undefined
  language(): string
  /** Asks for the password over the page; true once signed in. Without it a 401 is answered as it is. */
  askToSignIn?(): Promise<boolean>
  /** Told after every call: whether anybody answered. */
  heard?(reached: boolean): void
  wait?(milliseconds: number): Promise<void>
  fetch?: typeof fetch
}

const MostTries = 4
const FirstPause = 300
const Busy = new Set([429, 502, 503, 504])
const LongestAnswer = 30_000

/** fetch that signs, asks again where asking twice does no harm, and signs in anew in place. */
export function patientFetch(around: Surroundings): (request: Request) => Promise<Response> {
  const wait = around.wait ?? ((milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)))

  async function once(request: Request): Promise<Response> {
    // Where the phone itself says that it has no network there is nothing to try.
    if (isOffline()) {
      around.heard?.(false)
      throw new NoConnection()
    }
    const signed = new Request(request.clone(), { signal: AbortSignal.any([request.signal, AbortSignal.timeout(LongestAnswer)]) })
    signed.headers.set('Accept-Language', around.language())
    const token = around.token()
    if (token) signed.headers.set('Authorization', `Bearer ${token}`)
    try {
      const response = await (around.fetch ?? fetch)(signed)
      around.heard?.(true)
      return response
    } catch (fault) {
      if (request.signal.aborted) throw fault
      around.heard?.(false)
      throw new NoConnection(fault instanceof DOMException && fault.name === 'TimeoutError')
    }
  }

  async function patiently(request: Request): Promise<Response> {
    const mayRepeat = request.method === 'GET' || request.method === 'HEAD'
    for (let tries = 1; ; tries++) {
      const isLast = !mayRepeat || tries === MostTries
      try {
        const response = await once(request)
        if (isLast || !Busy.has(response.status)) return response
        await wait(pauseOf(response, tries))
      } catch (fault) {
        if (isLast || !(fault instanceof NoConnection) || isOffline()) throw fault
        await wait(pauseOf(undefined, tries))
      }
    }
  }

  return async (request) => {
    const response = await patiently(request)
    if (response.status !== 401 || !around.askToSignIn || !(await around.askToSignIn())) return response
    return patiently(request)
  }
}

function pauseOf(response: Response | undefined, tries: number): number {
  const asked = Number(response?.headers.get('Retry-After'))
  const own = FirstPause * 2 ** (tries - 1) * (0.75 + Math.random() / 2)
  return asked > 0 ? Math.min(asked * 1000, 5000) : own
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false
}
