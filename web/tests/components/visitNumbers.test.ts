// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import readings from '../../../seeds/codes/readings.json'
import { controlOf, descriptionOf } from '../support/mounted'
import { tap, type, useVisitQuestion } from '../support/visitQuestion'

const ask = useVisitQuestion()

describe('a question of a form for a number', () => {
  test('reading: the value with the unit that was chosen goes out, and comes in', async () => {
    const { answer } = ask({ type: 'reading', reading: 'fastingGlucose' }, { value: '6.1', unit: '' })
    expect(controlOf('问题').value).toBe('6.1')
    const unit = document.querySelector<HTMLInputElement>('select')!
    expect([...unit.querySelectorAll('option')].map(({ textContent }) => textContent)).toContain('mg/dL')
    expect(unit.value).toBe('mmol/L')

    await type(unit, 'mg/dL', 'change')
    await type(controlOf('问题'), '110')

    expect(answer.value).toEqual({ value: '110', unit: 'mg/dL' })
    expect([controlOf('问题').value, unit.value]).toEqual(['110', 'mg/dL'])
  })

  test('reading: what cannot be is said while it is typed, with the range, and is tied to the field', async () => {
    ask({ type: 'reading', reading: 'systolic' })
    await type(controlOf('问题'), '999')
    expect(controlOf('问题').getAttribute('aria-invalid')).toBe('true')
    const { from, to } = readings.items.find(({ code }) => code === 'systolic')!.possible
    expect(descriptionOf(controlOf('问题'))[0]).toMatch(new RegExp(`${from}.*${to}`))
    await type(controlOf('问题'), '130')
    expect(controlOf('问题').getAttribute('aria-invalid')).toBe('false')
  })

  test('reading: what is unlikely has to be confirmed, and anew for another value', async () => {
    const { confirmed } = ask({ type: 'reading', reading: 'systolic' })
    const { likely, possible } = readings.items.find(({ code }) => code === 'systolic')!
    expect(likely.to).toBeLessThan(possible.to)
    await type(controlOf('问题'), String(likely.to + 1))
    await tap(document.querySelector<HTMLInputElement>('.confirm input')!)
    expect(confirmed.value).toBe(true)
    await type(controlOf('问题'), String(likely.to + 2))
    expect(confirmed.value).toBe(false)
  })

  test('number: has its unit beside it, and its error', async () => {
    const { answer } = ask({ type: 'number', unit: 'g', minimum: 0, maximum: 100 }, '5')
    expect([controlOf('问题').value, document.querySelector('.value')!.textContent]).toEqual(['5', 'g'])
    await type(controlOf('问题'), '101')
    expect(answer.value).toBe('101')
    expect(descriptionOf(controlOf('问题'))).toHaveLength(1)
  })
})
