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

  /** The lines of a statement: the first and those that stand further in below it. */
  function statementsOf(source: string): string[] {
    const lines = source.split('\n')
    const indent = (line: string): number => line.search(/\S|$/)
    return lines.map((line, at) => {
      const end = lines.findIndex((other, below) => below > at && indent(other) <= indent(line))
      return lines.slice(at, end < 0 ? undefined : end).join(' ')
    })
  }
  const asks = /^\s*(?:if \(.*?\) )?[\w.]*\.value = [^=]*?\bawait\b.*(\.GET\(|\b(?:ask|fetch)\w*\(|\.fresh\(|\bload\w*\()/

  test('one that shows an answer in the statement that asks for it is found, on one line or on several', () => {
    const found = (source: string) => statementsOf(source).filter((statement) => asks.test(statement)).length
    expect(found("  data.value = (await answer(api.GET('/api/x'))).data")).toBe(1)
    expect(found("  data.value = (\n    await answer(\n      api.GET('/api/x'),\n    )\n  ).data\n  next()")).toBe(1)
    expect(found("  data.value = undefined\n  const found = await answer(api.GET('/api/x'))")).toBe(0)
  })

  // An answer that is put where it is shown in the statement that asks for it cannot have been looked at for being the newest.
  it.each(Object.keys(sources))('%s looks whether its answer is the newest', (name) => {
    expect(statementsOf(sources[name]!).filter((statement) => asks.test(statement))).toEqual([])
  })

  test('asks under a name of its own: an answer of another shape must not be taken for it', () => {
    const calls = /(?<!function )\b(?:useAsyncData|usePagedData|useFollowed)(?:<[^(]*>)?\(\s*(?:\(\) =>\s*)?(?:\[\s*'([\w.]+)'|(\w+))/g
    const names = Object.entries(sources).flatMap(([file, source]) =>
      [...source.matchAll(calls)].map(([, name, given]) => (name ? name : `${file}: ${given}`)),
    )
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    // The one that passes its own asker's name on.
    expect(names.filter((name) => name.includes(': '))).toEqual(['../src/desks/healthWorker/followed.ts: queryKey'])
  })
})
