// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { language } from '@/i18n/language'
import { useLists } from '@/referenceData/codeLists'
import { codeLists } from './support/seeds'

beforeEach(() => setActivePinia(createPinia()))
afterEach(() => (language.value = 'zh-CN'))

test('labels begin with a capital letter in English, units stay as they are: µg with one would be read as Mg', () => {
  const lists = useLists()
  lists.codes = { lists: codeLists, readings: [] }
  language.value = 'en'
  expect(lists.label('dosingFrequency', 'onceDaily')).toBe('Once a day')
  expect(lists.choices('doseUnit').map(({ label }) => label)).toEqual(codeLists['doseUnit']!.map(({ en }) => en))
  expect(lists.label('doseUnit', 'microgram')).toBe('µg')
})
