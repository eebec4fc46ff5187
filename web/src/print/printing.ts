import { nextTick, ref } from 'vue'

/** Whether the page is being put on paper: in light colours, with every row of its lists. */
export const isPrinting = ref(false)

window.addEventListener('beforeprint', () => (isPrinting.value = true))
window.addEventListener('afterprint', () => (isPrinting.value = false))
// Some phones never say that they have printed; whoever touches the page again is back at it.
window.addEventListener('pointerdown', () => (isPrinting.value = false), { passive: true })

/** What a page fetches only when somebody comes near it, and paper needs. */
export const loadedBeforePaper = new Set<() => Promise<void>>()

/** Whoever prints waits no longer for it. Milliseconds. */
const LongestLoad = 15_000

/** By the keyboard as by the button; who prints from the browser's menu cannot be made to wait for what is fetched only now. */
window.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
  if (loadedBeforePaper.size === 0) return
  event.preventDefault()
  void printPage()
})

/** Prints the page as it looks on paper: the browser takes it in as it is at the call, so that has to be drawn before. */
export async function printPage(): Promise<void> {
  isPrinting.value = true
  await nextTick()
  if (loadedBeforePaper.size > 0) {
    const all = Promise.allSettled([...loadedBeforePaper].map((load) => load()))
    await Promise.race([all, new Promise((done) => setTimeout(done, LongestLoad))])
    await nextTick()
  }
  window.print()
}
