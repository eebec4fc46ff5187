import { onBeforeUnmount, ref, type Ref } from 'vue'

/** Whether the window has at least this width: where rows of one height are told it as a number. */
export function useMinWidth(width: string): Ref<boolean> {
  const query = window.matchMedia(`(min-width: ${width})`)
  const isWide = ref(query.matches)
  const look = (): void => void (isWide.value = query.matches)
  query.addEventListener('change', look)
  onBeforeUnmount(() => query.removeEventListener('change', look))
  return isWide
}
