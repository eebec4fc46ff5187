import { computed } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { useAsyncData } from '@/components/asyncData'
import { number } from '@/i18n/formats'
import { fetchOrCached } from '@/offline/cachedAnswer'

type Count = Schemas['RegisterCount']

/** More than that nobody reads. */
const MaxPeople = 999

/** Those of several regions together: a person lives in one. */
export function sumOf(regions: readonly (readonly Count[])[]): Map<string, Count> {
  const sums = new Map<string, Count>()
  for (const { code, people, isMore } of regions.flat()) {
    const before = sums.get(code) ?? { code, people: 0, isMore: false }
    const sum = before.people + people
    sums.set(code, { code, people: Math.min(sum, MaxPeople), isMore: before.isMore || isMore || sum > MaxPeople })
  }
  return sums
}

/** "312", or "999+" where there are, or may be, more. */
export const countText = ({ people, isMore }: Count): string => `${number(people)}${isMore ? '+' : ''}`

/**
 * How many people each register holds. A register is chosen without waiting for it, and without it where it cannot be had.
 * @param places The regions, or the physician whose panel it is.
 */
export function useRegisterCounts(places: () => { regions: readonly string[] } | { physicianId: string }) {
  const { data } = useAsyncData(
    () => ['registerCounts', places()],
    () => {
      const where = places()
      return Promise.all('regions' in where ? where.regions.map(ofRegion) : [ofPanel(where.physicianId)])
    },
  )
  return computed(() => sumOf(data.value ?? []))
}

const ofRegion = async (regionCode: string): Promise<readonly Count[]> =>
  (
    await fetchOrCached(
      `registerCounts:${regionCode}`,
      async () => (await answer(api.GET('/api/regions/{regionCode}/registers', { params: { path: { regionCode } } }))).data,
    )
  ).value.items

const ofPanel = async (physicianId: string): Promise<readonly Count[]> =>
  (
    await fetchOrCached(
      `registerCounts:${physicianId}`,
      async () => (await answer(api.GET('/api/physicians/{physicianId}/registers', { params: { path: { physicianId } } }))).data,
    )
  ).value.items
