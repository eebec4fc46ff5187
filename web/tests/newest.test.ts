import { describe, expect, it, test } from 'vitest'
import { newestOnly } from '@/components/newest'

test('the newest of several questions is told', () => {
  const asked = newestOnly()
  const first = asked()
  expect(first()).toBe(true)
  const second = asked()
  expect([first(), second()]).toEqual([false, true])
})

describe('every loader', () => {
  const sources = import.meta.glob<string>('../src/**/*.{ts,vue}', { query: '?raw', import: 'default', eager: true })

  // An answer that is put where it is shown in the line that asks for it cannot have been looked at for being the newest.
  it.each(Object.keys(sources))('%s looks whether its answer is the newest', (name) => {
    const lines = sources[name]!.split('\n')
    expect(lines.filter((line) => /\.value = .*\bawait\b.*(\.GET\(|\b(?:ask|fetch)\w*\(|\.fresh\(|\bload\w*\()/.test(line))).toEqual([])
  })
})
