import { expect, test } from 'vitest'

const files = import.meta.glob<Record<string, unknown>>('../src/**/{zh-CN,en}.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>('../src/**/*.{vue,ts}', { eager: true, query: '?raw', import: 'default' })
const folders = [...new Set(Object.keys(files).map((file) => file.replace(/[^/]+$/, '')))]

function texts(messages: unknown, path = ''): [string, string][] {
  return typeof messages === 'string'
    ? [[path, messages]]
    : Object.entries(messages as Record<string, unknown>).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key))
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test.each(folders)('%s says the same in both languages', (folder) => {
  const [chinese, english] = ['zh-CN', 'en'].map((language) => new Map(texts(files[`${folder}${language}.json`] ?? {})))
  expect([...english!.keys()]).toEqual([...chinese!.keys()])
  for (const [key, text] of chinese!) expect([key, placeholders(english!.get(key)!)]).toEqual([key, placeholders(text)])
  for (const [key, text] of [...chinese!, ...english!]) expect([key, text.trim()]).not.toEqual([key, ''])
})

test('every text that is asked for is there', () => {
  const known = new Set(
    folders.flatMap((folder) => {
      const desk = /desks\/(\w+)\//.exec(folder)?.[1]
      return texts(files[`${folder}zh-CN.json`]).map(([key]) => (desk ? `${desk}.${key}` : key))
    }),
  )
  const asked = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/(?:\$t|\bt)\('([a-zA-Z]\w*(?:\.\w+)+)'/g)].map(([, key]) => `${key} (${file})`),
  )
  expect(asked.filter((line) => !known.has(line.split(' ')[0]!))).toEqual([])
})
