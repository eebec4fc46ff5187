// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { defineComponent, h, nextTick, ref, type PropType } from 'vue'
import readings from '../../../seeds/codes/readings.json'
import { ApiProblem, type Schemas } from '@/api'
import FormField from '@/components/FormField.vue'
import ProblemNotice from '@/components/ProblemNotice.vue'
import { look, type Answers } from '@/followUps/answers'
import type { Form } from '@/followUps/form'
import VisitField from '@/followUps/VisitField.vue'
import { useFieldErrors } from '@/forms/fieldErrors'
import { useLists } from '@/referenceData/codeLists'
import { codeLists } from '../support/seeds'
import { controlOf, descriptionOf, useAround } from '../support/mounted'

const around = useAround()
const label = (text: string) => ({ 'zh-CN': text, en: text })
const option = (code: string, more: Partial<Schemas['FieldOption']> = {}) => ({
  code,
  label: label(`项${code}`),
  exclusive: false,
  danger: false,
  ...more,
})

describe('a field', () => {
  const errors = [{ field: 'phone', code: 'phone-form', message: '号码不对' }]
  const Page = defineComponent({
    props: { control: { type: String as PropType<'input' | 'select' | 'textarea'>, required: true } },
    setup(props) {
      useFieldErrors().errors.value = errors
      return () =>
        h(
          FormField,
          { label: '电话', path: 'phone', hint: '手机或座机', required: true },
          { default: ({ control }: { control: object }) => h(props.control, { ...control, class: 'input' }) },
        )
    },
  })

  test.each(['input', 'select', 'textarea'] as const)('ties label, hint, error and "required" to its %s', (control) => {
    around.draw(Page, { props: { control } })
    const found = controlOf('电话')
    expect(found.tagName).toBe(control.toUpperCase())
    expect(descriptionOf(found)).toEqual(['手机或座机', '号码不对'])
    expect([found.getAttribute('aria-invalid'), found.getAttribute('aria-required')]).toEqual(['true', 'true'])
  })

  test('is no longer wrong when somebody types, and keeps its hint', async () => {
    around.draw(Page, { props: { control: 'input' } })
    controlOf('电话').dispatchEvent(new Event('input', { bubbles: true }))
    await nextTick()
    expect(descriptionOf(controlOf('电话'))).toEqual(['手机或座机'])
    expect(controlOf('电话').getAttribute('aria-invalid')).toBe('false')
  })

  test('is named with the others that have an error, until it is mended', async () => {
    const Form = defineComponent(() => {
      useFieldErrors().errors.value = [
        { field: 'members[0].bornOn', code: 'required', message: '必填项' },
        { field: 'phone.number', code: 'phone-form', message: '号码不对' },
        { field: 'nowhere', code: 'required', message: '必填项' },
      ]
      const fields = { 出生日期: 'members[0].bornOn', 电话: 'phone', 住址: 'address' }
      return () => [
        h(ProblemNotice, { fault: new ApiProblem(422, 'invalid', '有些内容需要更正') }),
        ...Object.entries(fields).map(([label, path]) =>
          h(FormField, { label, path }, { default: ({ control }: { control: object }) => h('input', { ...control, class: 'input' }) }),
        ),
      ]
    })
    around.draw(Form)
    await nextTick()
    const alert = document.querySelector('[role=alert]')!
    expect(alert.textContent).toContain('3 处有误：出生日期、电话')
    controlOf('电话').dispatchEvent(new Event('input', { bubbles: true }))
    await nextTick()
    expect(alert.textContent).toContain('2 处有误：出生日期')
    expect(alert.textContent).not.toContain('电话')
  })

  test('without hint and error is described by nothing', () => {
    around.draw(FormField, { props: { label: '电话' }, slots: { default: ({ control }: { control: object }) => h('input', control) } })
    expect(controlOf('电话').hasAttribute('aria-describedby')).toBe(false)
  })
})

describe('a question of a form', () => {
  /** The question as a visit's form draws it: what is typed comes back in, and is looked at live. */
  function ask(field: Partial<Schemas['FormField']>, given?: Answers[string], wrong?: string) {
    const question = { code: 'q', label: label('问题'), required: false, ...field } as Schemas['FormField']
    const form = { sections: [{ code: 's', label: label('s'), fields: [question] }] } as unknown as Form
    const answer = ref(given)
    const confirmed = ref(false)
    const Page = defineComponent(() => {
      useLists().codes = { lists: codeLists, readings: readings.items } as never
      if (wrong) useFieldErrors().errors.value = [{ field: 'answers.q', code: 'required', message: wrong }]
      return () =>
        h(VisitField, {
          state: look(form, { q: answer.value }, { kinds: readings.items as never, lists: codeLists, on: '2026-11-22' }).fields[0]!,
          modelValue: answer.value,
          'onUpdate:modelValue': (value: Answers[string]) => (answer.value = value),
          confirmed: confirmed.value,
          'onUpdate:confirmed': (value: boolean) => (confirmed.value = value),
        })
    })
    around.draw(Page)
    return { answer, confirmed }
  }

  async function type(control: HTMLInputElement, value: string, event = 'input'): Promise<void> {
    control.value = value
    control.dispatchEvent(new Event(event, { bubbles: true }))
    await nextTick()
  }

  async function tap(control: HTMLInputElement, isOn = true): Promise<void> {
    control.checked = isOn
    control.dispatchEvent(new Event('change', { bubbles: true }))
    await nextTick()
  }

  const text = () => document.body.textContent ?? ''

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
    expect(text()).toContain('请选择')
  })
})

describe('every form of the app', () => {
  const sources = import.meta.glob<string>('../../src/**/*.vue', { eager: true, query: '?raw', import: 'default' })
  const fields = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/<FormField\b[\s\S]*?<\/FormField>/g)].map(([field]) => ({ file, field })),
  )

  test('hands label, hint and error on to each control of a field', () => {
    expect(fields.length).toBeGreaterThan(100)
    const loose = fields.filter(({ field }) => !field.includes('v-bind="control"') && !/describedBy/.test(field))
    expect(loose.map(({ file, field }) => `${file}: ${field.slice(0, 120)}`)).toEqual([])
  })
})
