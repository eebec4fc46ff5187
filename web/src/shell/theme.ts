import { computed, ref, watch } from 'vue'
import { isPrinting } from '@/print/printing'

export type Theme = 'light' | 'dark'

const Kept = 'theme'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const chosen = localStorage.getItem(Kept)

/** As the phone has it, until somebody chooses. */
export const theme = ref<Theme>(chosen === 'dark' || chosen === 'light' ? chosen : system.matches ? 'dark' : 'light')

/** Paper is white, whatever the screen is. */
export const shownTheme = computed<Theme>(() => (isPrinting.value ? 'light' : theme.value))

watch(shownTheme, (shown) => document.documentElement.classList.toggle('dark', shown === 'dark'), { immediate: true, flush: 'sync' })
system.addEventListener('change', () => {
  if (!localStorage.getItem(Kept)) theme.value = system.matches ? 'dark' : 'light'
})

export function switchTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem(Kept, theme.value)
}
