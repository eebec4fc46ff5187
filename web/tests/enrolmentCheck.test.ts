import { describe, expect, test } from 'vitest'
import readings from '../../seeds/codes/readings.json'
import { bodyOf, formPath } from '@/desks/healthWorker/enrolment/body'
import { checkHousehold } from '@/desks/healthWorker/enrolment/check'
import { emptyForm, emptyMember, formOf, type HouseholdForm, type MemberForm } from '@/desks/healthWorker/enrolment/form'

const rules = { codes: { lists: {}, readings: readings.items }, today: '2026-11-22', now: new Date('2026-11-22T04:00:00Z') }

function household(change: (form: HouseholdForm, head: MemberForm) => void = () => undefined): HouseholdForm {
  const form = emptyForm('441402004001')
  Object.assign(form, { registrationNumber: 'example-000001', kind: 'general' })
  Object.assign(form.members[0]!, { name: '示例甲', idNumber: '441499196602030017' })
  change(form, form.members[0]!)
  return form
}

const found = (form: HouseholdForm) => checkHousehold(form, rules).map(({ field, code }) => `${field}: ${code}`)

test('a whole household has no findings', () => expect(found(household())).toEqual([]))

test('an empty one names what is missing', () =>
  expect(found(emptyForm())).toEqual([
    'registrationNumber: required',
    'villageCode: required',
    'kind: required',
    'members[0].name: required',
    'members[0].idNumber: id-or-reason',
    'members[0].sex: required',
    'members[0].bornOn: required',
  ]))

describe('findings', () => {
  test.each<[string, (form: HouseholdForm, head: MemberForm) => void]>([
    ['registrationNumber: registration-form', (form) => (form.registrationNumber = 'AB')],
    ['phone: phone-form', (form) => (form.phone = '12')],
    ['members[0].idNumber: id-check', (_, head) => (head.idNumber = '441499196602030018')],
    ['members[0].bornOn: differs-from-id', (_, head) => (head.bornOn = '1966-02-04')],
    ['members[0].sex: differs-from-id', (_, head) => (head.sex = '2')],
    ['members[0].name: too-long', (_, head) => (head.name = '长'.repeat(51))],
    ['members[0].conditions[0].diagnosedOn: before-birth', (_, head) => head.conditions.push({ code: 'I10', diagnosedOn: '1960-01' })],
    ['members[0].conditions[0].diagnosedOn: in-the-future', (_, head) => head.conditions.push({ code: 'I10', diagnosedOn: '2026-12' })],
    [
      'members[0].conditions[1].code: twice',
      (_, head) => head.conditions.push({ code: 'I10', diagnosedOn: '' }, { code: 'I10', diagnosedOn: '' }),
    ],
    [
      'members[0].readings.systolic.value: reading-impossible',
      (_, head) => (head.readings['systolic'] = { value: '400', unit: 'mmHg', takenAt: '' }),
    ],
    ['members[0].readings.systolic.value: number', (_, head) => (head.readings['systolic'] = { value: '1a', unit: 'mmHg', takenAt: '' })],
    [
      'members[1].idNumber: twice',
      (form, head) => form.members.push({ ...emptyMember(form.members, '1'), name: '示例乙', idNumber: head.idNumber }),
    ],
    ['members: one-head', (_, head) => (head.relationship = '1')],
    [
      'members[0].departure.reason: required',
      (form, head) => {
        head.departure = { on: '2026-01-01', reason: '' }
        form.members.push({ ...emptyMember(form.members, '0'), name: '示例乙', idNumber: '441499196804050024' })
      },
    ],
  ])('%s', (expected, change) => expect(found(household(change))).toEqual([expected]))

  test('another unit is converted before it is judged', () => {
    const form = household((_, head) => (head.readings['diastolic'] = { value: '12.5', unit: 'kPa', takenAt: '' }))
    expect(found(form)).toEqual([])
  })
})

describe('bodyOf', () => {
  test('leaves out what is empty and puts the number right', () => {
    expect(bodyOf(household((form) => (form.registrationNumber = ' example 000001')))).toEqual({
      registrationNumber: 'EXAMPLE000001',
      villageCode: '441402004001',
      kind: 'general',
      members: [{ number: 1, name: '示例甲', relationship: '0', idNumber: '441499196602030017' }],
    })
  })

  test('says the same again from the same form', () => {
    const form = household((_, head) => (head.readings['systolic'] = { value: '150', unit: 'mmHg', takenAt: '2026-11-22T01:00:00.000Z' }))
    expect(bodyOf(structuredClone(form))).toEqual(bodyOf(form))
  })

  test('an enrolled household as it was read is sent back as it was read', () => {
    const read = {
      ...bodyOf(household()),
      address: '示范路1号',
      causes: ['illness'],
      members: [
        {
          number: 3,
          name: '示例甲',
          relationship: '0',
          idNumber: '441499196602030017',
          sex: '1',
          bornOn: '1966-02-03',
          conditions: [{ code: 'I10' }],
        },
      ],
    }
    expect(bodyOf(formOf(read))).toEqual(read)
  })

  test('an error of a reading finds its place in the form', () => {
    const body = bodyOf(
      household((_, head) => {
        head.readings['systolic'] = { value: '', unit: 'mmHg', takenAt: '' }
        head.readings['diastolic'] = { value: '90', unit: 'mmHg', takenAt: '' }
      }),
    )
    expect(formPath(body, 'members[0].readings[0].value')).toBe('members[0].readings.diastolic.value')
    expect(formPath(body, 'members[0].idNumber')).toBe('members[0].idNumber')
  })
})
