import type { Desk } from '@/desks/desk'

let isUnderWay = false

/** Nobody waits for what is being loaded now: that its version is gone from the server is found out by somebody who does. */
export const isPreloading = (): boolean => isUnderWay

/**
 * Gets a desk's pages ready while there is nothing else to do, so that the first tap does not wait for them on a slow phone. Only
 * where the program lies on the phone already: a desk's pages are not worth the data of somebody who looks at one of them.
 */
export async function preloadDesk(desk: Desk): Promise<void> {
  if (!navigator.serviceWorker?.controller) return
  isUnderWay = true
  try {
    for (const { component } of desk.routes) {
      await idle()
      if (typeof component === 'function') await (component as () => Promise<unknown>)()
    }
  } catch {
    // Loaded when it is needed.
  } finally {
    isUnderWay = false
  }
}

const idle = (): Promise<void> =>
  new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done())
    else setTimeout(done, 200)
  })
