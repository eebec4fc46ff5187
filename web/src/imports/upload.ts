import { NoConnection, problemOf } from '@/api/problem'
import type { Schemas } from '@/api'
import { language } from '@/i18n/language'
import { useSession } from '@/session/session'

export interface Sending {
  file: Blob
  /** What the sender calls it. It may name somebody, so it travels in a header and never in an address. */
  name: string
  purpose: Schemas['ImportPurpose']
  /** Whether a list about which nobody has to be asked is enrolled at once. */
  isConfirmed: boolean
  /** The import whose refused lines are sent again. */
  mends?: string
  onProgress(sent: number): void
  signal: AbortSignal
}

/** Sends a list. fetch cannot say how much of a body has left, so it is XMLHttpRequest; a session that has run out asks in place. */
export async function upload(sending: Sending): Promise<Schemas['Import']> {
  let response = await once(sending)
  if (response.status === 401 && (await useSession().askToSignIn())) response = await once(sending)
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as Schemas['Import']
}

/** Asked to stop by the sender: not a fault. */
export const isStopped = (fault: unknown): boolean => fault instanceof DOMException && fault.name === 'AbortError'

function once({ file, name, purpose, isConfirmed, mends, onProgress, signal }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(stopped())
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open(
      'POST',
      `/api/imports?purpose=${purpose}&enrol=${isConfirmed ? 'whenClear' : 'confirmed'}${mends ? `&mends=${mends}` : ''}`,
    )
    request.setRequestHeader('Authorization', `Bearer ${useSession().token ?? ''}`)
    request.setRequestHeader('Accept-Language', language.value)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('X-File-Name', encodeURIComponent(name))
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }))
    request.onerror = () => reject(new NoConnection())
    request.onabort = () => reject(stopped())
    request.onloadend = () => signal.removeEventListener('abort', stop)
    signal.addEventListener('abort', stop)
    request.send(file)
  })
}

function stopped(): DOMException {
  return new DOMException('stopped', 'AbortError')
}
