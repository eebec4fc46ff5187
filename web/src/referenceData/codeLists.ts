import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { answer, api, type Schemas } from '@/api'
import { language } from '@/i18n/language'
import { fetchOrCached } from '@/offline/cachedAnswer'
import { useSession } from '@/session/session'

export type Region = Schemas['Region']
export type Codes = Schemas['Codes']

export interface Choice {
  code: string
  label: string
}

/** Lists of units. */
const units = new Set(['doseUnit', 'dispenseUnit'])

/** Code lists and the regions of the worker, with signal or as they were kept. */
export const useLists = defineStore('lists', () => {
  const session = useSession()
  const codes = shallowRef<Codes>()
  const regions = shallowRef<ReadonlyMap<string, Region>>(new Map())
  let loading: Promise<void> | undefined
  let loadingCodes: Promise<void> | undefined

  const items = computed(
    () =>
      new Map(
        Object.entries(codes.value?.lists ?? {}).flatMap(([list, all]) => all.map((item) => [`${list} ${item.code}`, item] as const)),
      ),
  )
  const villages = computed(() => [...regions.value.values()].filter((region) => region.level === 'village'))

  function load(): Promise<void> {
    loading ??= Promise.all([loadCodes(), loadRegions()]).then(
      () => undefined,
      (fault: unknown) => {
        loading = undefined
        throw fault
      },
    )
    return loading
  }

  function loadCodes(): Promise<void> {
    loadingCodes ??= kept('codeLists', async () => (await answer(api.GET('/api/codes'))).data).then(
      (found) => void (codes.value = found),
      (fault: unknown) => {
        loadingCodes = undefined
        throw fault
      },
    )
    return loadingCodes
  }

  async function loadRegions(): Promise<void> {
    const scope = session.user?.regions ?? []
    take(await kept(`regions:${scope.join(',')}`, async () => (await Promise.all(scope.map(within))).flat()))
  }

  function take(found: readonly Region[]): void {
    regions.value = new Map([...regions.value, ...found.map((region) => [region.code, region] as const)])
  }

  /** The region and what lies in it, down to the villages; and the one around a village. A city is too much to carry about. */
  async function within(code: string): Promise<Region[]> {
    const around = code.length === 12 ? await childrenOf(code.slice(0, 9)).catch(() => []) : []
    const [own, ...children] = await childrenOf(code)
    const below =
      code.length <= 4 ? [children] : await Promise.all(children.map((child) => (child.level === 'village' ? [child] : within(child.code))))
    return [...around.slice(0, 1), ...(own ? [own] : []), ...below.flat()]
  }

  /** What lies directly in it; asked for when it is needed and not there. */
  async function expand(code: string): Promise<void> {
    if (code.length >= 12 || [...regions.value.values()].some(({ parent }) => parent === code)) return
    take(await kept(`regions:in:${code}`, () => childrenOf(code)))
  }

  /** So that a village's name is known, with the township's. */
  async function know(villageCode: string): Promise<void> {
    if (!regions.value.has(villageCode)) await expand(villageCode.slice(0, 9)).catch(() => undefined)
  }

  function inside(code: string): Region[] {
    return [...regions.value.values()].filter(({ parent }) => parent === code)
  }

  async function childrenOf(regionCode: string): Promise<Region[]> {
    return (await answer(api.GET('/api/regions/{regionCode}', { params: { path: { regionCode } } }))).data.items
  }

  async function kept<T>(name: string, ask: () => Promise<T>): Promise<T> {
    return (await fetchOrCached(name, ask)).value
  }

  function choices(list: string): Choice[] {
    ask()
    return (codes.value?.lists[list] ?? []).map(({ code }) => ({ code, label: label(list, code) }))
  }

  /** On a page that loads no lists a code would stand instead of its word: whoever asks for a word has the lists loaded. */
  function ask(): void {
    if (!codes.value) loadCodes().catch(() => undefined)
  }

  function label(list: string, code: string | undefined | null): string {
    if (code) ask()
    const text = code ? (items.value.get(`${list} ${code}`)?.[language.value] ?? code) : ''
    // The lists have English in small letters, to stand within a sentence. Units stand behind a figure, and µg would become another one.
    return units.has(list) ? text : text.charAt(0).toUpperCase() + text.slice(1)
  }

  function placeName(code: string): string {
    const region = regions.value.get(code)
    const around = region?.parent ? regions.value.get(region.parent) : undefined
    return region ? (around && region.level === 'village' ? `${around.name} ${region.name}` : region.name) : code
  }

  return { codes, regions, villages, load, expand, know, inside, choices, label, placeName }
})
