import { expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useQueryStore } from '@/api/queries'
import { useAsyncData } from '@/components/asyncData'
import { useSession } from '@/session/session'
import { useBrowserQueries } from './support/queries'

vi.mock('@/session/session', async () => (await import('./support/queries')).sessionOfAccount())
vi.mock('@/api', async () => (await import('./support/queries')).toldApart())

useBrowserQueries()

const asked = (ask: () => Promise<string>, key = 'key') => effectScope().run(() => useAsyncData([key], ask))!
const settled = () => new Promise((done) => setTimeout(done, 5))

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
  const { data, isLoading, load } = asked(ask, 'newest')
  const [first, second] = [load(), load()]

  answers[2]!('signed')
  await second
  answers[1]!('all')
  await first
  await settled()

  expect(data.value).toBe('signed')
  expect(isLoading.value).toBe(false)
})

test('an older question that fails late is no fault of the newest, nor the end of its loading', async () => {
  const { faults, ask } = questions()
  const { fault, isLoading, load } = asked(ask, 'late')
  const older = load()
  void load()

  faults[1]!(new Error('late'))
  await older

  expect(fault.value).toBeUndefined()
  expect(isLoading.value).toBe(true)
})

test('two parts of a page that ask for the same ask once', async () => {
  const { answers, ask } = questions()
  const [one, other] = [asked(ask, 'same'), asked(ask, 'same')]
  answers[0]!('all')
  await settled()
  expect([answers.length, one.data.value, other.data.value]).toEqual([1, 'all', 'all'])
})

test('what was done is shown, and not what was asked before it', async () => {
  const { answers, ask } = questions()
  const { data, isLoading } = asked(ask, 'done')
  data.value = 'signed'
  answers[0]!('open')
  await settled()
  expect([data.value, isLoading.value]).toEqual(['signed', false])
})

test('a fault is shown, and goes while it is asked again', async () => {
  const { faults, ask } = questions()
  const { fault, load } = asked(ask, 'fault')
  faults[0]!(new Error('refused'))
  await settled()
  expect(fault.value).toEqual(new Error('refused'))
  void load()
  await settled()
  expect([fault.value, faults.length]).toEqual([undefined, 2])
})

test('what was shown goes with its page', async () => {
  const { answers, ask } = questions()
  const scope = effectScope()
  scope.run(() => useAsyncData(['left'], ask))
  answers[0]!('all')
  await settled()
  scope.stop()
  await settled()
  expect(asked(ask, 'left').data.value).toBeUndefined()
})

test('nothing that was answered to one account is there for the next', async () => {
  const queries = useQueryStore().client
  const fresh = { queryKey: ['physician'], staleTime: 60_000, gcTime: 60_000 }
  expect(await queries.fetchQuery({ ...fresh, queryFn: () => Promise.resolve('of the first') })).toBe('of the first')
  expect(await queries.fetchQuery({ ...fresh, queryFn: () => Promise.resolve('asked again') })).toBe('of the first')
  const session = useSession() as unknown as { user: { accountId: string } }
  session.user = { accountId: 'second' }
  expect(queries.getQueryCache().getAll()).toEqual([])
})

test('nothing is asked again by itself, and without signal the phone is asked for what it kept', () => {
  expect(useQueryStore().client.getDefaultOptions().queries).toMatchObject({
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
    gcTime: 0,
  })
})

test('another key shows nothing of the one before, and asks; where nothing is wanted nothing is asked', async () => {
  const key = ref('one')
  const ask = vi.fn(async () => `of ${key.value}`)
  const isWanted = ref(true)
  const { data } = effectScope().run(() => useAsyncData(() => ['of', key.value], ask, { isWanted: () => isWanted.value }))!
  await settled()
  expect(data.value).toBe('of one')
  key.value = 'two'
  await nextTick()
  expect(data.value).toBeUndefined()
  await settled()
  expect(data.value).toBe('of two')
  isWanted.value = false
  key.value = 'three'
  await settled()
  expect([data.value, ask.mock.calls.length]).toEqual([undefined, 2])
})
