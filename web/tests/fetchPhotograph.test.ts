import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { fetchPhotograph, fetchPreview, forgetPhotograph } from '@/photographs/fetchPhotograph'
import { picture } from './support/photographs'
import { questionAbout, questions } from './support/questions'

vi.mock('@/api', async () => (await import('./support/questions')).questionedApi())

const kept = new Map<string, Blob>()
vi.mock('@/offline/cachedAnswer', () => ({
  findPicture: async (name: string) => kept.get(name),
  keepPicture: async (name: string, one: Blob) => void kept.set(name, one),
  forgetPicture: async (name: string) => void kept.delete(name),
}))

const memberKey = { householdId: 'household', member: 1 }
const photograph = { id: 'one', size: 5_000 }
const path = '/api/households/{householdId}/members/{member}/photographs/{photographId}'
/** The sizes that were asked for. */
const asked: unknown[] = []

async function answered(blob: Blob): Promise<void> {
  const { options, answer } = await questionAbout(path)
  asked.push(options.params?.query?.['size'])
  questions.length = 0
  answer(blob)
}

beforeEach(() => {
  setActivePinia(createPinia())
  kept.clear()
  asked.length = 0
  questions.length = 0
})

test('a list asks for the preview once, and only who looks closer for the picture', async () => {
  const preview = fetchPreview(memberKey, photograph)
  await answered(picture(900))
  expect((await preview).size).toBe(900)
  expect((await fetchPreview(memberKey, photograph)).size).toBe(900)
  const large = fetchPhotograph(memberKey, photograph)
  await answered(picture(5_000))
  expect((await large).size).toBe(5_000)
  expect(asked).toEqual(['preview', undefined])
})

test('what came without a preview is not fetched once more to be seen large', async () => {
  const preview = fetchPreview(memberKey, photograph)
  await answered(picture(5_000))
  await preview

  expect((await fetchPhotograph(memberKey, photograph)).size).toBe(5_000)
  expect(asked).toEqual(['preview'])
})

test('where the picture is there already a list shows it, and what was taken out leaves both', async () => {
  kept.set('photograph:household:1:one', picture(5_000))
  expect((await fetchPreview(memberKey, photograph)).size).toBe(5_000)
  kept.set('photographPreview:household:1:one', picture(900))

  await forgetPhotograph(memberKey, 'one')

  expect([questions.length, kept.size]).toEqual([0, 0])
})
