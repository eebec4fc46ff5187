import type { Schemas } from '@/api'
import { useSession } from '@/session/session'

/** Whether it is the physician who looks who is responsible for the household: others of its team may do less. */
export const isResponsibleFor = (household: Pick<Schemas['Household'], 'responsiblePhysician'> | undefined): boolean => {
  const physicianId = useSession().user?.physicianId
  return physicianId !== undefined && household?.responsiblePhysician === physicianId
}
