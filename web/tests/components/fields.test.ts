// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { defineComponent, h, nextTick, type PropType } from 'vue'
import { ApiProblem } from '@/api'
import FormField from '@/components/FormField.vue'
import ProblemNotice from '@/components/ProblemNotice.vue'
import { useFieldErrors } from '@/forms/fieldErrors'
import { controlOf, descriptionOf, useAround } from '../support/mounted'

const around = useAround()

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
