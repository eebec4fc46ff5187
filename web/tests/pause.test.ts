import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { usePause } from '@/components/pause'
import { usePolling } from '@/components/polling'

const page = (isVisible: boolean) => Object.assign(new EventTarget(), { visibilityState: isVisible ? 'visible' : 'hidden' })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
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

test('looking again waits longer each time, and ends when there is nothing to wait for', async () => {
  vi.stubGlobal('document', page(true))
  const look = vi.fn().mockResolvedValueOnce(true).mockResolvedValue(false)
  usePolling(look).begin()
  await vi.advanceTimersByTimeAsync(800)
  expect(look).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1_199)
  expect(look).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(look).toHaveBeenCalledTimes(2)
})

test('an answer that comes after the page was left brings no other look', async () => {
  vi.stubGlobal('document', page(true))
  let answer: (isMoving: boolean) => void = () => undefined
  const look = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)))
  const scope = effectScope()
  scope.run(() => usePolling(look))!.begin()
  await vi.advanceTimersByTimeAsync(800)
  scope.stop()
  answer(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(look).toHaveBeenCalledOnce()
})

test('a page that nobody sees looks when it is seen again', async () => {
  const hidden = page(false)
  vi.stubGlobal('document', hidden)
  const look = vi.fn().mockResolvedValue(false)
  usePolling(look).begin()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(look).not.toHaveBeenCalled()
  hidden.visibilityState = 'visible'
  hidden.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(look).toHaveBeenCalledOnce()
})
