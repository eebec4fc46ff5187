import { expect, test } from 'vitest'
import { patientFetch, type Surroundings } from '@/api/patientFetch'
import { NoConnection } from '@/api/problem'

const url = 'http://service.test/api/me'

function service(...answers: (number | 'away')[]) {
  const seen: Request[] = []
  const around: Surroundings = {
    token: () => 'token',
    language: () => 'en',
    wait: async () => undefined,
    fetch: async (request) => {
      seen.push(request as Request)
      const answer = answers[Math.min(seen.length, answers.length) - 1]!
      if (answer === 'away') throw new TypeError('failed')
      return new Response(null, { status: answer })
    },
  }
  return { seen, around }
}

test('says who and in which language', async () => {
  const { seen, around } = service(200)
  await patientFetch(around)(new Request(url))
  expect([seen[0]!.headers.get('Authorization'), seen[0]!.headers.get('Accept-Language')]).toEqual(['Bearer token', 'en'])
})

test('reading is tried again while the service is busy or away', async () => {
  const { seen, around } = service(503, 'away', 200)
  expect((await patientFetch(around)(new Request(url))).status).toBe(200)
  expect(seen).toHaveLength(3)
})

test('writing is not', async () => {
  const { seen, around } = service('away')
  await expect(patientFetch(around)(new Request(url, { method: 'POST', body: '{}' }))).rejects.toThrow(NoConnection)
  expect(seen).toHaveLength(1)
})

test('a session that ran out asks for the password and sends the same again', async () => {
  const { seen, around } = service(401, 200)
  const response = await patientFetch({ ...around, askToSignIn: async () => true })(new Request(url, { method: 'POST', body: '{"a":1}' }))
  expect(response.status).toBe(200)
  expect(await seen[1]!.text()).toBe('{"a":1}')
})

test('nobody signs in: the refusal stands', async () => {
  const { around } = service(401)
  expect((await patientFetch({ ...around, askToSignIn: async () => false })(new Request(url))).status).toBe(401)
})

test.each([
  ['nobody there', new TypeError('failed'), false],
  ['an answer that takes too long', new DOMException('', 'TimeoutError'), true],
])('%s is told apart', async (_name, fault, isSlow) => {
  const around: Surroundings = { ...service(200).around, fetch: async () => Promise.reject(fault) }
  await expect(patientFetch(around)(new Request(url, { method: 'POST', body: '{}' }))).rejects.toMatchObject({ isSlow })
})
