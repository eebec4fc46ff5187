/**
 * Once the frame that is being made has been shown: what can wait waits for it, so that a tap is answered at once on a slow phone. A page
 * in the background shows none, and waits for nothing.
 */
export const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'hidden') setTimeout(resolve)
    else requestAnimationFrame(() => setTimeout(resolve))
  })

/** Focus lays the whole page out: after its first frame, and never away from where somebody has gone meanwhile. */
export async function focusAfterPaint(selector: string): Promise<void> {
  const before = document.activeElement
  await nextPaint()
  const now = document.activeElement
  if (now === before || now === document.body) document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
}
