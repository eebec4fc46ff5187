import { shallowRef, watch } from 'vue'
import { answer, quietApi, type Schemas } from '@/api'

const known = shallowRef<ReadonlyMap<string, Schemas['Physician']>>(new Map())

async function find(physicianId: string): Promise<Schemas['Physician'] | undefined> {
  return answer(quietApi.GET('/api/physicians/{physicianId}', { params: { path: { physicianId } } })).then(
    ({ data }) => data,
    () => undefined,
  )
}

/** The names of physicians; without them there are still their ids. */
export function usePhysicians(ids: () => readonly (string | undefined)[]) {
  watch(
    ids,
    async (wanted) => {
      const missing = [...new Set(wanted)].filter((id) => id !== undefined && !known.value.has(id)) as string[]
      const found = (await Promise.all(missing.map(find))).filter((one) => one !== undefined)
      if (found.length > 0) known.value = new Map([...known.value, ...found.map((one) => [one.id, one] as const)])
    },
    { immediate: true },
  )
  const nameOf = (id: string | undefined): string => (id ? (known.value.get(id)?.name ?? id) : '')
  const placeOf = (id: string | undefined): string => (id ? (known.value.get(id)?.organisation ?? '') : '')
  return { nameOf, placeOf }
}
