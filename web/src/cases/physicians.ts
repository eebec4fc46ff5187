import { shallowRef, watch } from 'vue'
import type { Schemas } from '@/api'
import { fetchPhysician } from '@/records/fetchPhysician'

/** Physicians who are named on a page; without signal there are still their ids. */
export function usePhysicians(ids: () => readonly (string | undefined)[]) {
  const known = shallowRef<ReadonlyMap<string, Schemas['Physician']>>(new Map())
  watch(
    ids,
    async (wanted) => {
      const missing = [...new Set(wanted)].filter((id) => id !== undefined && !known.value.has(id)) as string[]
      const found = (await Promise.all(missing.map(fetchPhysician))).filter((one) => one !== undefined)
      if (found.length > 0) known.value = new Map([...known.value, ...found.map((one) => [one.id, one] as const)])
    },
    { immediate: true },
  )
  const find = (id: string | undefined): Schemas['Physician'] | undefined => (id ? known.value.get(id) : undefined)
  const nameOf = (id: string | undefined): string => find(id)?.name ?? id ?? ''
  const placeOf = (id: string | undefined): string => find(id)?.organisation ?? ''
  return { find, nameOf, placeOf }
}
