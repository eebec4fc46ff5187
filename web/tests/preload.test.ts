import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Desk } from '@/desks/desk'
import { isPreloading, preloadDesk } from '@/offline/preload'

let loaded: string[]

/** A desk whose pages note when they are loaded. */
const deskOf = (pages: Record<string, () => Promise<unknown>>): Desk =>
  ({ routes: Object.entries(pages).map(([path, load]) => ({ path, component: () => (loaded.push(path), load()) })) }) as unknown as Desk

const page = async (): Promise<object> => ({})
const programIsKept = (isKept: boolean): unknown => vi.stubGlobal('navigator', { serviceWorker: { controller: isKept ? {} : null } })

beforeEach(() => {
  loaded = []
  vi.stubGlobal('requestIdleCallback', (done: () => void) => setTimeout(done))
})
afterEach(() => vi.unstubAllGlobals())

test('the pages of the desk are made ready, the likeliest first', async () => {
  programIsKept(true)

  await preloadDesk(deskOf({ '/one': page, '/two': page }))

  expect(loaded).toEqual(['/one', '/two'])
})

test('nothing is loaded for later where the program would have to be fetched', async () => {
  programIsKept(false)

  await preloadDesk(deskOf({ '/one': page }))

  expect(loaded).toEqual([])
})

test('a page that is gone ends it, and is known to be nobody waiting', async () => {
  programIsKept(true)
  let wasKnown = false
  const gone = (): Promise<never> => {
    wasKnown = isPreloading()
    return Promise.reject(new Error('gone'))
  }

  await preloadDesk(deskOf({ '/gone': gone, '/two': page }))

  expect([loaded, wasKnown, isPreloading()]).toEqual([['/gone'], true, false])
})
