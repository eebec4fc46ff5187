// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import type { Schemas } from '@/api'
import PersonRow from '@/desks/healthWorker/toDo/PersonRow.vue'
import WorklistRow from '@/desks/physician/parts/WorklistRow.vue'
import { loadDeskMessages } from '@/i18n/i18n'
import { useLists } from '@/referenceData/codeLists'
import { peopleOf } from '@/worklists/toDo'
import { useAround } from '../support/mounted'

const around = useAround()
const line: Schemas['WorklistLine'] = {
  householdId: 'h',
  member: 1,
  villageCode: '441402004001',
  headName: '示例甲',
  name: '示例甲',
  phone: '13800000000',
  conditions: [],
  urgency: 'due',
  dueOn: '2026-11-30',
  overdueDays: 0,
  followUps: [],
  tasks: [
    {
      kind: 'activity',
      reference: 'dietGuidance',
      member: 1,
      dueOn: '2026-11-30',
      urgent: false,
      label: { 'zh-CN': '膳食指导', en: 'Diet guidance' },
      discipline: 'publicHealth',
    },
  ],
  urgencies: [],
}
const done = { hasVisited: () => false, hasSettled: () => false }
const call = () => document.querySelector<HTMLAnchorElement>('a[href="tel:13800000000"]')

beforeEach(() => {
  useLists().codes = {
    lists: {
      taskKind: [{ code: 'activity', 'zh-CN': '干预措施', en: 'activity of the plan' }],
      discipline: [{ code: 'publicHealth', 'zh-CN': '公共卫生', en: 'public health' }],
    },
    readings: [],
  }
})

describe('a row of what there is to do', () => {
  test('calls the family by a button that says whom, beside the way on and not in it', () => {
    around.draw(PersonRow, { props: { person: peopleOf([line], '2026-11-29', '2026-12-13', done)[0]! } })
    expect(call()!.getAttribute('aria-label')).toBe('给示例甲家打电话：13800000000')
    expect(call()!.parentElement!.closest('a')).toBeNull()
    expect(document.body.textContent).toContain('膳食指导 · 公共卫生')
  })

  test('has no button where nobody knows a number', () => {
    around.draw(PersonRow, { props: { person: peopleOf([{ ...line, phone: undefined }], '2026-11-29', '2026-12-13', done)[0]! } })
    expect(document.querySelector('a[href^="tel:"]')).toBeNull()
  })

  test("calls from the physician's list too, and the tab key stops there in the current row alone", async () => {
    await loadDeskMessages('physician')
    const row = around.draw(WorklistRow, { props: { line, isCurrent: false } })
    expect([call()!.getAttribute('aria-label'), call()!.tabIndex]).toEqual(['给示例甲家打电话：13800000000', -1])
    expect(document.body.textContent).toContain('膳食指导 · 公共卫生')
    await row.setProps({ isCurrent: true })
    expect(call()!.tabIndex).toBe(0)
  })
})
