import { shallowRef, watch } from 'vue'
import type { Schemas } from '@/api'
import { fetchPhysician } from '@/records/fetchPhysician'

/** The names of physicians; without them there are still their ids. */
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
  const nameOf = (id: string | undefined): string => (id ? (known.value.get(id)?.name ?? id) : '')
  const placeOf = (id: string | undefined): string => (id ? (known.value.get(id)?.organisation ?? '') : '')
  return { nameOf, placeOf }
}
