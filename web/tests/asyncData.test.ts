import { expect, test } from 'vitest'
import { useAsyncData } from '@/components/asyncData'

/** Questions that are answered in whatever order the test chooses. */
function questions() {
  const answers: ((answer: string) => void)[] = []
  const faults: ((fault: Error) => void)[] = []
  const ask = (): Promise<string> =>
    new Promise((resolve, reject) => {
      answers.push(resolve)
      faults.push(reject)
    })
  return { answers, faults, ask }
}

test('the answer to the newest question stays, however late an older one comes', async () => {
  const { answers, ask } = questions()
  const { data, isLoading, load } = useAsyncData(ask)
  const [first, second] = [load(), load()]

  answers[2]!('signed')
  await second
  answers[1]!('all')
  await first

  expect(data.value).toBe('signed')
  expect(isLoading.value).toBe(false)
})

test('an older question that fails late is no fault of the newest, nor the end of its loading', async () => {
  const { faults, ask } = questions()
  const { fault, isLoading, load } = useAsyncData(ask)
  const older = load()
  void load()

  faults[1]!(new Error('late'))
  await older

  expect(fault.value).toBeUndefined()
  expect(isLoading.value).toBe(true)
})
