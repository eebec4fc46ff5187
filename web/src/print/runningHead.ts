import { onScopeDispose, watch } from 'vue'
import { today } from '@/i18n/time'

/** A text as CSS has it between quotes. */
export const quoted = (text: string): string => `"${text.replace(/[\n\r\f]+/g, ' ').replace(/["\\]/g, (mark) => `\\${mark}`)}"`

/** What stands in the margin of every printed page: whose it is and what, and the day on which it was printed; nothing without a text. */
export const runningHead = (text: string): string =>
  text && `@page { @top-left { content: ${quoted(text)}; } @top-right { content: ${quoted(today())}; } }`

/** The margin of a printed page takes no element, only a style; one that a script makes is no inline style. */
export function useRunningHead(text: () => string): void {
  if (!('adoptedStyleSheets' in document)) return
  const style = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  watch(text, (shown) => style.replaceSync(runningHead(shown)), { immediate: true })
  onScopeDispose(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style)))
}
