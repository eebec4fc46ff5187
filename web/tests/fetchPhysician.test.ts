import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { fetchPhysician } from '@/records/fetchPhysician'

const { get } = vi.hoisted(() => ({ get: vi.fn() }))
vi.mock('@/api', () => ({ answer: (question: Promise<unknown>) => question, quietApi: { GET: get } }))
vi.mock('@/session/session', () => ({ useSession: () => ({}) }))

beforeEach(() => {
  setActivePinia(createPinia())
  get.mockReset()
})

test('a physician whom several parts of a page name is asked for once', async () => {
  get.mockResolvedValue({ data: { id: 'dr-ayo', name: 'Ayo' } })
  const found = await Promise.all([fetchPhysician('dr-ayo'), fetchPhysician('dr-ayo')])
  expect([...found, await fetchPhysician('dr-ayo')].map((one) => one?.name)).toEqual(['Ayo', 'Ayo', 'Ayo'])
  expect(get).toHaveBeenCalledOnce()
})

test('a name that could not be read is asked for again the next time', async () => {
  get.mockRejectedValueOnce(new Error('no signal')).mockResolvedValue({ data: { id: 'dr-ayo', name: 'Ayo' } })
  expect(await fetchPhysician('dr-ayo')).toBeUndefined()
  expect(get).toHaveBeenCalledOnce()
  expect((await fetchPhysician('dr-ayo'))?.name).toBe('Ayo')
})
