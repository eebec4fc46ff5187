import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Schemas } from '@/api'
import { ApiProblem } from '@/api/problem'
import { useForms } from '@/followUps/forms'
import { fieldsOf } from '@/followUps/form'
import { useLists } from '@/referenceData/codeLists'
import type { PrintedMember } from '@/print/printedMember'
import { fillInOf, formsFor, printedForms, type PrintedFormEntry } from '@/print/printedForms'
import chinese from '@/i18n/zh-CN.json'
import { choicesOf, printedMember, visitEntry, wordsOf } from './support/printed'
import { codeLists, forms } from './support/seeds'

const { get } = vi.hoisted(() => ({ get: vi.fn() }))
vi.mock('@/api', async () => ({
  ...(await import('./support/questions')).questionedApi(),
  api: { GET: get },
  quietApi: { GET: get },
}))

vi.mock('@/session/session', () => ({ useSession: () => ({}) }))

beforeEach(() => {
  setActivePinia(createPinia())
  get.mockReset()
  // Nobody has signed a contract, and there is nothing else either.
  get.mockImplementation((path: string) =>
    path.endsWith('/contracts/{year}') ? Promise.reject(new ApiProblem(404, 'not-found', '')) : Promise.resolve({ data: { items: [] } }),
  )
  useLists().codes = { lists: codeLists, readings: [] }
  const known = useForms()
  known.items = Object.values(forms)
  known.load = () => Promise.resolve()
})

async function filled(code: PrintedFormEntry['code'], member: PrintedMember, of?: string) {
  const fillIn = await fillInOf(code)
  return (await fillIn(member, of)).sheets
}

/** The numbers in the boxes are among the options beside them. */
function fits(sheets: Awaited<ReturnType<typeof filled>>): void {
  const wrong = choicesOf(sheets)
    .filter(({ options, numbers }) => options.length > 0 && !options.some(({ label }) => label.startsWith('/RH')) && numbers.length > 0)
    .filter(({ options, numbers }) => !numbers.every((number) => options.some((option) => option.number === number)))
  expect(wrong).toEqual([])
}

describe.each(printedForms.map(({ code }) => code))('%s', (code) => {
  test('is called by its title', () => {
    expect(Object.keys(chinese.print.forms)).toContain(code)
  })

  test('claims nothing of somebody of whom nothing is known', async () => {
    const sheets = await filled(code, printedMember())
    expect(sheets.length).toBeGreaterThan(0)
    expect(wordsOf(sheets)).not.toMatch(/undefined|null|NaN|\[object/)
    // Sex is known of everybody.
    expect(choicesOf(sheets).filter(({ numbers, options }) => numbers.some(Boolean) && options[0]?.label !== '男')).toEqual([])
  })
})

const visitForms: readonly (readonly [PrintedFormEntry['code'], string])[] = [
  ['healthCheck', 'elderlyHealthCheck'],
  ['hypertensionVisits', 'hypertension'],
  ['type2DiabetesVisits', 'type2Diabetes'],
  ['severeMentalDisorderVisit', 'severeMentalDisorder'],
  ['tuberculosisVisits', 'tuberculosis'],
  ['antenatalVisits', 'antenatalVisit'],
  ['postnatalVisit', 'postnatalVisit'],
  ['newbornVisit', 'newbornVisit'],
  ['generalVisit', 'general'],
]

test.each(visitForms)('%s has a number for every answer of %s', async (code, form) => {
  const asked = fieldsOf(forms[form]!).map((field) => ({
    field: field.code,
    codes: (field.options ?? codeLists[field.list ?? ''] ?? []).map((option) => option.code),
  }))
  const most = Math.max(...asked.map(({ codes }) => codes.length))
  for (let index = 0; index < most; index++) {
    const answers = Object.fromEntries(asked.filter(({ codes }) => codes[index]).map(({ field, codes }) => [field, codes[index]]))
    const entries = { items: [visitEntry(form, '2026-11-20T08:00:00+08:00', answers, { contactMode: '2', outcome: '1' })] }
    const sheets = await filled(code, printedMember({ entries }))
    fits(sheets)
    expect(wordsOf(sheets)).toContain('2026 年 11 月 20 日')
  }
})

const single = {
  residence: 'residence',
  abo: 'abo',
  education: 'education',
  occupation: 'occupation',
  marriage: 'marriage',
  kitchenExhaust: 'kitchenExhaust',
  fuel: 'fuel',
  water: 'water',
  toilet: 'toilet',
  livestockPen: 'livestockPen',
}
const several = { payment: 'payment', drugAllergies: 'drugAllergy', exposures: 'exposure', disabilities: 'disability' }

test.each(Object.entries({ ...single, ...several }))('个人基本信息表 has the number and the words of every %s', async (field, list) => {
  for (const { code, 'zh-CN': label } of codeLists[list]!) {
    const basicInformation = { [field]: field in several ? [code] : code }
    const record = { basicInformation, conditions: [], latestReadings: [] } as unknown as Schemas['Record']
    const sheets = await filled('basicInformation', printedMember({ record }))
    fits(sheets)
    const option = choicesOf(sheets)
      .filter(({ numbers }) => numbers.includes(code))
      .flatMap(({ options }) => options)
      .find(({ number, label: words }) => number === code && words.replace('____', '') === label)
    expect(option, `${list} ${code} ${label}`).toBeDefined()
  }
})

test('a menu offers what is for everybody, and what a member is followed or ill for', () => {
  const codes = (known: Partial<Schemas['Member']>) => formsFor({ ...printedMember().member, ...known }).map(({ code }) => code)
  expect(codes({ bornOn: '2000-01-01' })).toEqual([
    'recordCover',
    'basicInformation',
    'healthCheck',
    'referralOut',
    'referralReturn',
    'contract',
    'educationPrescription',
    'carePlan',
  ])
  expect(codes({ conditions: ['I10'] })).toEqual(expect.arrayContaining(['selfCareAssessment', 'hypertensionVisits']))
  expect(codes({ conditions: ['O24'] })).toContain('antenatalVisits')
  expect(codes({ plan: { followUps: [{ form: 'general', dueOn: '2026-12-01', everyDays: 90 }] } as never })).toContain('generalVisit')
})
