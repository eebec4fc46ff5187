import { describe, expect, test } from 'vitest'
import type { Schemas } from '@/api'
import { entryLines, factsOf, physiciansIn, type EntryWords } from '@/records/entryFacts'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh-CN.json'
import { entrySamples, physician, type EntryKind } from './support/entrySamples'

function wordsOf(messages: object): EntryWords {
  const find = (key: string): unknown =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], messages)
  return {
    t: (key, values = {}) => {
      const text = find(key)
      if (typeof text !== 'string') throw new Error(`There are no words for ${key}.`)
      return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
    },
    te: (key) => typeof find(key) === 'string',
    label: (list, code) => (code ? `${list} ${code}` : ''),
    text: (label) => label?.['zh-CN'] ?? '',
    physician: (id) => (id === physician ? '王医师' : ''),
  }
}

const entryOf = (kind: string, { reference, facts }: { reference?: string; facts: Record<string, unknown> }): Schemas['Entry'] => ({
  at: '2026-11-23T01:00:00Z',
  kind,
  id: '2026-1',
  by: 'a',
  readings: [],
  facts,
  ...(reference ? { reference } : {}),
})

describe.each(Object.entries(entrySamples))('an entry of kind %s', (kind, samples) => {
  test('tells all of its facts', () => {
    for (const sample of samples) {
      const lines = entryLines(entryOf(kind, sample), wordsOf(zh))
      const text = lines.map((line) => `${line.label ?? ''} ${line.text}`).join('\n')
      for (const told of sample.tells) expect(text).toContain(told)
    }
    const sampled = new Set(samples.flatMap(({ facts }) => Object.keys(facts)))
    expect([...sampled].sort()).toEqual([...factsOf[kind as EntryKind]].sort())
  })

  test('has words in English too', () => {
    expect(wordsOf(en).t(`record.entries.${kind}`)).toBeTruthy()
    for (const sample of samples) {
      const text = entryLines(entryOf(kind, sample), wordsOf(en)).map((line) => `${line.label ?? ''}${line.text}`)
      if (sample.tells.length > 0) expect(text.length).toBeGreaterThan(0)
    }
  })
})

test('what has no facts tells nothing; a contract tells its year by its id', () => {
  for (const kind of [...Object.keys(factsOf), 'unheardOf'].filter((one) => one !== 'contract')) {
    const lines = entryLines(entryOf(kind, { facts: {} }), wordsOf(zh))
    expect(lines).toEqual([])
  }
})

test('the physicians of an entry are asked for by their ids', () => {
  expect(physiciansIn(entryOf('departure', { facts: { openWork: ['activity', `referral:${physician}`] } }))).toEqual([physician])
  expect(physiciansIn(entryOf('conference', { facts: { physicians: ['a', 'b'] } }))).toEqual(['a', 'b'])
})
