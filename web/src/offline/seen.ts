import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

/** Of what is kept: nobody minds from when lists, forms and names are, which are the same for months. */
const undated = new Set([
  'codeLists',
  'contractPackages',
  'educationTexts',
  'forms',
  'labTests',
  'physician',
  'receivers',
  'regions',
  'registers',
  'triage',
])

/** From when what the page shows is, where the phone had to remember it. */
export const useSeen = defineStore('seen', () => {
  const kept = shallowRef<ReadonlyMap<string, number>>(new Map())
  let page = 0

  /** The oldest of what is shown; undefined where all of it is of now. Milliseconds. */
  const at = computed(() => (kept.value.size > 0 ? Math.min(...kept.value.values()) : undefined))

  /** To be called when a question is asked; what is answered after somebody has gone to another page is not shown on that. */
  function asking(name: string): (keptAt: number | undefined) => void {
    const own = page
    return (keptAt) => {
      if (own !== page || undated.has(name.split(':')[0]!) || kept.value.get(name) === keptAt) return
      const next = new Map(kept.value)
      if (keptAt === undefined) next.delete(name)
      else next.set(name, keptAt)
      kept.value = next
    }
  }

  /** Another page has been opened. */
  function turn(): void {
    page++
    if (kept.value.size > 0) kept.value = new Map()
  }

  return { at, asking, turn }
})
