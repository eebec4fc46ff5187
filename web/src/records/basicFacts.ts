import type { Schemas } from '@/api'

type LabelOf = (list: string, code: string | undefined) => string

/** What somebody was asked about. Undefined: nobody has asked. Empty: there is none. */
export interface BasicFact {
  field: 'drugAllergies' | 'pastIllnesses' | 'familyHistory' | 'exposures' | 'disabilities'
  answer: string[] | undefined
  /** Whom nobody has asked about, where somebody was asked about others. */
  notAsked?: string[]
}

const None = '1'
const OtherAllergy = '5'
const relatives = ['father', 'mother', 'siblings', 'children'] as const

/** Of the record, in the order in which they matter before a drug is given. */
export function basicFacts(
  basic: Schemas['BasicInformation'],
  label: LabelOf,
  relative: (name: (typeof relatives)[number]) => string,
): BasicFact[] {
  const codes = (
    list: string,
    given: readonly string[] | null | undefined,
    words?: (code: string) => string | undefined,
  ): string[] | undefined =>
    given && given.length > 0 ? given.filter((code) => code !== None).map((code) => words?.(code) || label(list, code)) : undefined
  const family = relatives.map((name) => ({ name, ill: codes('familyHistory', basic.familyHistory?.[name]) }))
  const asked = family.filter(({ ill }) => ill !== undefined)
  const past = basic.pastIllnesses ?? []
  return [
    {
      field: 'drugAllergies',
      answer:
        codes('drugAllergy', basic.drugAllergies, (code) => (code === OtherAllergy ? (basic.drugAllergyOther ?? undefined) : undefined)) ??
        (basic.drugAllergyOther ? [basic.drugAllergyOther] : undefined),
    },
    {
      field: 'pastIllnesses',
      answer: codes(
        'pastIllness',
        past.map(({ code }) => code),
        (code) => withMonth(label('pastIllness', code), past.find((one) => one.code === code)?.on),
      ),
    },
    {
      field: 'familyHistory',
      answer:
        asked.length === 0
          ? undefined
          : asked.filter(({ ill }) => ill!.length > 0).map(({ name, ill }) => `${relative(name)} ${ill!.join(' ')}`),
      ...(asked.length > 0 && asked.length < family.length
        ? { notAsked: family.filter(({ ill }) => ill === undefined).map(({ name }) => relative(name)) }
        : {}),
    },
    { field: 'exposures', answer: codes('exposure', basic.exposures) },
    { field: 'disabilities', answer: codes('disability', basic.disabilities) },
  ]
}

const withMonth = (words: string, on: string | null | undefined): string => (on ? `${words} (${on.slice(0, 7)})` : words)
