import { ref, watch } from 'vue'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const Kept = 'language'

/** Chinese unless somebody chose otherwise: most phones in the county speak it whatever they say. */
export const language = ref<Language>(kept())

watch(language, (chosen) => localStorage.setItem(Kept, chosen))

function kept(): Language {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(Kept)
  return languages.find((one) => one === stored) ?? 'zh-CN'
}
