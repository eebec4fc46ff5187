import { focusManager } from '@tanstack/vue-query'
import { expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { growingPause, useAsyncData } from '@/components/asyncData'
import { useBrowserQueries } from './support/queries'

vi.mock('@/session/session', async () => (await import('./support/queries')).sessionOfAccount())
vi.mock('@/api', async () => (await import('./support/queries')).toldApart())

useBrowserQueries()

test('what is watched is asked again for as long as there is something to wait for, without asking anybody to sign in', async () => {
  vi.useFakeTimers()
  try {
    const states = ['running', 'running', 'done']
    const ask = vi.fn(async () => states.shift())
    const { data, isLoading } = effectScope().run(() =>
      useAsyncData(['watched'], ask, {
        every: ({ data: state }) => (state === 'running' ? growingPause(ask.mock.calls.length) : undefined),
      }),
    )!
    await vi.advanceTimersByTimeAsync(1_100)
    expect([ask.mock.calls.length, data.value]).toEqual([1, 'running'])
    await vi.advanceTimersByTimeAsync(200)
    expect([ask.mock.calls.length, data.value, isLoading.value]).toEqual([2, 'running', false])
    await vi.advanceTimersByTimeAsync(60_000)
    expect([ask.mock.calls.length, data.value]).toEqual([3, 'done'])
    expect(ask.mock.calls).toEqual([['asked by somebody'], ['asked by itself'], ['asked by itself']])
  } finally {
    vi.useRealTimers()
  }
})

test('what nobody sees is asked when it is seen again, and nothing is asked once its page was left', async () => {
  vi.useFakeTimers()
  try {
    focusManager.setFocused(false)
    const ask = vi.fn(async () => 'running')
    const scope = effectScope()
    scope.run(() => useAsyncData(['hidden'], ask, { every: () => 1_000 }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ask).toHaveBeenCalledOnce()
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(ask).toHaveBeenCalledTimes(2)
    scope.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ask).toHaveBeenCalledTimes(2)
  } finally {
    focusManager.setFocused(undefined)
    vi.useRealTimers()
  }
})
