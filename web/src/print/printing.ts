import { nextTick, ref } from 'vue'

/** Whether the page is being put on paper: in light colours, with every row of its lists. */
export const isPrinting = ref(false)

window.addEventListener('beforeprint', () => (isPrinting.value = true))
window.addEventListener('afterprint', () => (isPrinting.value = false))
// Some phones never say that they have printed; whoever touches the page again is back at it.
window.addEventListener('pointerdown', () => (isPrinting.value = false), { passive: true })

/** Prints the page as it looks on paper: the browser takes it in as it is at the call, so that has to be drawn before. */
export async function printPage(): Promise<void> {
  isPrinting.value = true
  await nextTick()
  window.print()
}
