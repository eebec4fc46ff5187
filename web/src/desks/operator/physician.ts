import type { Schemas } from '@/api'

export type Physician = Schemas['Physician']

export const City = '4414'
/** The Internet hospital serves the province. */
export const Province = '44'

export const states: readonly Schemas['PhysicianState'][] = ['active', 'onLeave', 'retired']

export interface PhysicianForm {
  id: string
  name: string
  title: string
  disciplines: string[]
  regionCode: string
  organisation: string
  panelSize: number | ''
  phone: string
  state: Schemas['PhysicianState']
}

export const emptyForm = (): PhysicianForm => ({
  id: '',
  name: '',
  title: '',
  disciplines: [],
  regionCode: '',
  organisation: '',
  panelSize: 500,
  phone: '',
  state: 'active',
})

export const formOf = ({ id, name, title, disciplines, regionCode, organisation, panelSize, state }: Physician): PhysicianForm => ({
  id,
  name,
  title: title ?? '',
  disciplines: [...disciplines],
  regionCode,
  organisation,
  panelSize,
  phone: '',
  state,
})

/** The service answers no phone number; left empty, the one that it has stays. */
export function bodyOf({
  name,
  title,
  disciplines,
  regionCode,
  organisation,
  panelSize,
  phone,
  state,
}: PhysicianForm): Schemas['PhysicianRequest'] {
  const given = {
    name: name.trim(),
    title,
    disciplines,
    regionCode: regionCode.trim(),
    organisation: organisation.trim(),
    state,
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  }
  // Without a number the service says which are allowed.
  return { ...given, panelSize: panelSize === '' ? -1 : panelSize }
}

export function matching(physicians: readonly Physician[], text: string): Physician[] {
  const sought = text.trim().toLowerCase()
  return physicians.filter(({ id, name, organisation }) => [id, name, organisation].some((word) => word.toLowerCase().includes(sought)))
}
