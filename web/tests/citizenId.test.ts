import { expect, test } from 'vitest'
import { readCitizenId } from '@/desks/healthWorker/enrolment/citizenId'
import cases from '../../seeds/cases/citizen-ids.json'

const { today } = cases

// tests/Households/CitizenIdTests.cs runs the same examples.
test.each(cases.items)('"$text" $flaw', ({ text, flaw, ...read }) => {
  expect(readCitizenId(text, today)).toEqual(flaw ?? read)
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
