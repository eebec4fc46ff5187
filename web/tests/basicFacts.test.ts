import { expect, test } from 'vitest'
import { bodyOf } from '@/desks/healthWorker/enrolment/body'
import { emptyForm } from '@/desks/healthWorker/enrolment/form'
import { basicFacts } from '@/records/basicFacts'

const label = (list: string, code: string | undefined): string => `${list} ${code}`
const answers = (basic: Parameters<typeof basicFacts>[0]) =>
  Object.fromEntries(basicFacts(basic, label, (name) => name).map(({ field, answer }) => [field, answer]))

test('what nobody asked is not none', () =>
  expect(answers({ exposures: [], drugAllergies: null })).toEqual({
    drugAllergies: undefined,
    pastIllnesses: undefined,
    familyHistory: undefined,
    exposures: undefined,
    disabilities: undefined,
  }))

test('who was asked and has none, has none', () =>
  expect(
    answers({
      drugAllergies: ['1'],
      pastIllnesses: [{ code: '1' }],
      familyHistory: { mother: ['1'] },
      exposures: ['1'],
      disabilities: ['1'],
    }),
  ).toEqual({
    drugAllergies: [],
    pastIllnesses: [],
    familyHistory: [],
    exposures: [],
    disabilities: [],
  }))

test('of a family of which some were asked about, names the others', () => {
  const family = (familyHistory: object) =>
    basicFacts({ familyHistory }, label, (name) => name).find(({ field }) => field === 'familyHistory')
  expect(family({ mother: ['1'], father: ['2'] })).toEqual({
    field: 'familyHistory',
    answer: ['father familyHistory 2'],
    notAsked: ['siblings', 'children'],
  })
  expect(family({ mother: ['1'], father: ['1'], siblings: ['1'], children: ['1'] })).toEqual({ field: 'familyHistory', answer: [] })
})

test('says what there is, in the words of the record where there are any', () =>
  expect(
    answers({
      drugAllergies: ['2', '5'],
      drugAllergyOther: '头孢',
      pastIllnesses: [{ code: '2', on: '2020-05-01' }],
      familyHistory: { father: ['2', '3'] },
    }),
  ).toMatchObject({
    drugAllergies: ['drugAllergy 2', '头孢'],
    pastIllnesses: ['pastIllness 2 (2020-05)'],
    familyHistory: ['father familyHistory 2 familyHistory 3'],
  }))

test('words for an allergy go with the answer that asked for them', () => {
  const form = emptyForm('441402004001')
  form.members[0]!.basicInformation = { drugAllergies: ['1'], drugAllergyOther: '头孢' }
  expect(bodyOf(form).members[0]!.basicInformation).toEqual({ drugAllergies: ['1'] })
  form.members[0]!.basicInformation = { drugAllergyOther: '头孢' }
  expect(bodyOf(form).members[0]!.basicInformation).toEqual({ drugAllergyOther: '头孢' })
})

test('the form sends nothing for what was left open', () => {
  const form = emptyForm('441402004001')
  form.members[0]!.basicInformation = {
    drugAllergies: [],
    familyHistory: { father: [] },
    pastIllnesses: [{ code: '2', on: '2020-05' }],
    ethnicGroup: '22',
  }

  expect(bodyOf(form).members[0]!.basicInformation).toEqual({ pastIllnesses: [{ code: '2', on: '2020-05-01' }], ethnicGroup: '22' })
})
