import { useI18n } from 'vue-i18n'
import { useLists } from '@/referenceData/codeLists'

interface Coded {
  code?: string
  diagnosedOn?: string | null
  on?: string | null
  reason?: string
}

const lists: Record<string, string> = {
  kind: 'householdKind',
  sex: 'sex',
  relationship: 'relationship',
  idMissingReason: 'idMissingReason',
}
const basicLists: Record<string, string> = {
  residence: 'residence',
  abo: 'abo',
  rh: 'rh',
  education: 'education',
  occupation: 'occupation',
  marriage: 'marriage',
  ethnicGroup: 'ethnicGroup',
  payment: 'payment',
  drugAllergies: 'drugAllergy',
  exposures: 'exposure',
  pastIllnesses: 'pastIllness',
  disabilities: 'disability',
  kitchenExhaust: 'kitchenExhaust',
  fuel: 'fuel',
  water: 'water',
  toilet: 'toilet',
  livestockPen: 'livestockPen',
  father: 'familyHistory',
  mother: 'familyHistory',
  siblings: 'familyHistory',
  children: 'familyHistory',
}

/** A field's value as people read it. */
export function useDifferenceText(): (field: string, value: unknown) => string {
  const { t, te } = useI18n()
  const codes = useLists()
  const join = (parts: string[]): string => parts.filter(Boolean).join(t('comma'))

  function basic(value: object): string {
    return join(
      Object.entries(value).map(([field, one]) => {
        if (field === 'familyHistory' && one && typeof one === 'object') return basic(one as object)
        const words = several(basicLists[field], one)
        const name = `healthWorker.basic.${field}`
        return words && (te(name) ? `${t(name)} ${words}` : words)
      }),
    )
  }

  function several(list: string | undefined, value: unknown): string {
    if (Array.isArray(value)) return join(value.map((one: unknown) => several(list, one)))
    if (value && typeof value === 'object') {
      const { code, diagnosedOn, on } = value as Coded
      return `${codes.label(list ?? '', code)}${(diagnosedOn ?? on) ? ` (${(diagnosedOn ?? on)!.slice(0, 7)})` : ''}`
    }
    return typeof value === 'string' ? (list ? codes.label(list, value) : value) : ''
  }

  return (field, value) => {
    if (value === undefined || value === null) return ''
    if (field === 'villageCode') return codes.placeName(value as string)
    if (field === 'causes') return several('povertyCause', value)
    if (field === 'povertyStatuses') return several('povertyStatus', value)
    if (field === 'conditions') return several('conditions', value)
    if (field === 'basicInformation') return basic(value as object)
    if (field === 'departure') return `${codes.label('departureReason', (value as Coded).reason)} ${(value as Coded).on ?? ''}`
    if (field === 'member') return (value as { name: string }).name
    return several(lists[field], value)
  }
}
