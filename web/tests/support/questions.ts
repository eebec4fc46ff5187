import { ApiProblem, NoConnection } from '@/api/problem'
import { eventually } from './eventually'

/** A question to the service, which the test answers when it chooses. */
export interface Question {
  method: string
  path: string
  options: { params?: { query?: Record<string, unknown>; path?: Record<string, unknown> }; body?: unknown }
  answer: (data: unknown) => void
  fail: (fault: unknown) => void
}

/** In the order in which they were asked. */
export const questions: Question[] = []

/** For `vi.mock('@/api', …)`: the service as far as a component sees it. */
export function questionedApi() {
  const call =
    (method: string) =>
    (path: string, options: Question['options'] = {}) =>
      new Promise((resolve, fail) => questions.push({ method, path, options, answer: (data) => resolve({ data }), fail }))
  const api = { GET: call('GET'), POST: call('POST'), PUT: call('PUT'), DELETE: call('DELETE') }
  return { api, quietApi: api, answer: (question: Promise<unknown>) => question, ApiProblem, NoConnection }
}

/** The last question that was asked of an address, as soon as there is one. */
export async function questionAbout(path: string): Promise<Question> {
  return eventually(() => {
    const found = questions.findLast((question) => question.path === path)
    if (!found) throw new Error(`Nobody asked for ${path}.`)
    return found
  })
}
