// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { controlOf, descriptionOf } from '../support/mounted'
import { label, option, tap, type, useVisitQuestion } from '../support/visitQuestion'

const ask = useVisitQuestion()

describe('a question of a form', () => {
  test.each([
    ['text', '头晕', '头痛'],
    ['date', '2026-11-01', '2026-11-02'],
  ] as const)('%s: the value comes in and goes out', async (kind, before, after) => {
    const { answer } = ask({ type: kind, maximumLength: 50 }, before)
    expect(controlOf('问题').value).toBe(before)
    await type(controlOf('问题'), after)
    expect(answer.value).toBe(after)
  })

  test('date: a day to come is refused while it is typed', async () => {
    ask({ type: 'date' }, '2026-11-23')
    expect(controlOf('问题').getAttribute('aria-invalid')).toBe('true')
    expect(descriptionOf(controlOf('问题'))).toHaveLength(1)
  })

  test('choice: one of the options, and another instead of it', async () => {
    const { answer } = ask({ type: 'choice', options: [option('a'), option('b')] }, 'a')
    expect([controlOf('项a').checked, controlOf('项b').checked, controlOf('项a').type]).toEqual([true, false, 'radio'])
    await tap(controlOf('项b'))
    expect(answer.value).toBe('b')
  })

  test('choices: several, but what goes with no other alone', async () => {
    const { answer } = ask({ type: 'choices', options: [option('a'), option('b'), option('none', { exclusive: true })] }, ['a'])
    await tap(controlOf('项b'))
    expect(answer.value).toEqual(['a', 'b'])
    await tap(controlOf('项none'))
    expect(answer.value).toEqual(['none'])
    await tap(controlOf('项a'))
    expect(answer.value).toEqual(['a'])
    await tap(controlOf('项a'), false)
    expect(answer.value).toEqual([])
  })

  test('flag: yes and no are answers, and none is given beforehand', async () => {
    const { answer } = ask({ type: 'flag' })
    expect([controlOf('是').checked, controlOf('否').checked]).toEqual([false, false])
    await tap(controlOf('否'))
    expect(answer.value).toBe(false)
    expect(controlOf('否').checked).toBe(true)
  })

  test.each([[{ type: 'reading', reading: 'systolic' }], [{ type: 'number' }], [{ type: 'text' }], [{ type: 'date' }]] as const)(
    'what the service finds wrong is shown and tied: %o',
    (field) => {
      ask({ ...field, hint: label('提示') }, undefined, '请填写')
      expect(descriptionOf(controlOf('问题'))).toEqual(['提示', '请填写'])
    },
  )

  test.each(['choice', 'choices', 'flag'] as const)('what the service finds wrong is shown and tied to the group: %s', (kind) => {
    ask({ type: kind, hint: label('提示'), ...(kind === 'flag' ? {} : { options: [option('a')] }) }, undefined, '请选择')
    const group = document.querySelector('fieldset')!
    expect(group.querySelector('legend')!.textContent).toContain('问题')
    expect(descriptionOf(group)).toEqual(['提示', '请选择'])
    expect(document.body.textContent).toContain('请选择')
  })
})
