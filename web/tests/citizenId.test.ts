import { expect, test } from 'vitest'
import { checkCharacterOf, readCitizenId } from '@/desks/healthWorker/enrolment/citizenId'

const today = '2026-11-22'

test('tells birth date and sex', () => {
  expect(readCitizenId('441499196602030017', today)).toEqual({ value: '441499196602030017', bornOn: '1966-02-03', sex: '1' })
  expect(readCitizenId(' 441499196804050024 ', today)).toMatchObject({ bornOn: '1968-04-05', sex: '2' })
})

test('a lower-case x is an X', () => {
  const digits = [...Array(1000).keys()].map((n) => `44149919660203${String(n).padStart(3, '0')}`).find((text) => checkCharacterOf(text) === 'X')!
  expect(readCitizenId(`${digits}x`, today)).toMatchObject({ value: `${digits}X` })
})

test.each([
  ['44149919660203001', 'id-form'],
  ['44149919660203001A', 'id-form'],
  ['441499196602030018', 'id-check'],
  ['441499196602030107', 'id-check'],
])('%s: %s', (text, flaw) => expect(readCitizenId(text, today)).toBe(flaw))

test.each(['19660230', '20261123', '18491231', '19661301'])('a birth date of %s is none', (born) => {
  const digits = `441499${born}001`
  expect(readCitizenId(digits + checkCharacterOf(digits), today)).toBe('id-birth')
})

test('every mistyped digit is found', () => {
  const id = '441499196602030017'
  for (let at = 0; at < 17; at++) {
    for (const digit of '0123456789') {
      if (digit === id[at]) continue
      expect(readCitizenId(id.slice(0, at) + digit + id.slice(at + 1), today)).toBe('id-check')
    }
  }
})
