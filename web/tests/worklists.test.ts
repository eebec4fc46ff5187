// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { useWorklists } from '@/desks/healthWorker/toDo/worklists'

const seen = { value: { items: [] }, keptAt: 1 }
let answerWith: (isOld: boolean) => void
const cache = {
  find: () => Promise.resolve(seen),
  fresh: () => new Promise((resolve) => (answerWith = (isOld) => resolve({ ...seen, isOld }))),
}
vi.mock('@/desks/healthWorker/offlineWork', () => ({ useOfflineWork: () => ({ store: { cache } }) }))

test.each([
  [false, 'with signal'],
  [true, 'without'],
])('what was seen last is shown as being updated until it is known whether there is signal: %s, %s', async (isOld) => {
  const list = useWorklists(() => ['441403100'])
  await list.recall()
  const loading = list.load()
  expect([list.isOld.value, list.isLoading.value]).toEqual([true, true])

  answerWith(isOld)
  await loading
  expect([list.isOld.value, list.isLoading.value]).toEqual([isOld, false])
})

test('what is recalled only after nobody answered is old, and nothing is on its way', async () => {
  const list = useWorklists(() => ['441403100'])
  const loading = list.load()
  answerWith(true)
  await loading
  await list.recall()
  expect([list.isOld.value, list.isLoading.value]).toEqual([true, false])
})
