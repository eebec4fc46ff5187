import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { usePause } from '@/components/pause'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
})

test('a pause that is begun again begins anew', () => {
  const run = vi.fn()
  const { begin } = usePause(run, 100)
  begin()
  vi.advanceTimersByTime(60)
  begin()
  vi.advanceTimersByTime(60)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(40)
  expect(run).toHaveBeenCalledOnce()
})

test('no pause goes on or begins after the page was left', () => {
  const run = vi.fn()
  const scope = effectScope()
  const { begin } = scope.run(() => usePause(run, 100))!
  begin()
  scope.stop()
  begin()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})
