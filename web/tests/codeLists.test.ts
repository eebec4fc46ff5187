// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { language } from '@/i18n/language'
import { useLists } from '@/referenceData/codeLists'
import { codeLists } from './support/seeds'

beforeEach(() => setActivePinia(createPinia()))
afterEach(() => {
  language.value = 'zh-CN'
  vi.unstubAllGlobals()
})

test('labels begin with a capital letter in English, units stay as they are: µg with one would be read as Mg', () => {
  const lists = useLists()
  lists.codes = { lists: codeLists, readings: [] }
  language.value = 'en'
  expect(lists.label('dosingFrequency', 'onceDaily')).toBe('Once a day')
  expect(lists.choices('doseUnit').map(({ label }) => label)).toEqual(codeLists['doseUnit']!.map(({ en }) => en))
  expect(lists.label('doseUnit', 'microgram')).toBe('µg')
})

test('a word that is asked for where nobody has loaded the lists is loaded, once, and without the regions', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url).pathname)
    return Promise.resolve(Response.json({ lists: codeLists, readings: [] }))
  })
  const lists = useLists()
  expect(lists.label('physicianTitle', 'attendingPhysician')).toBe('AttendingPhysician')
  lists.label('physicianTitle', 'chiefPhysician')
  await vi.waitFor(() => expect(lists.label('physicianTitle', 'attendingPhysician')).toBe('主治医师'))
  expect(asked).toEqual(['/api/codes'])
})
