import type { Router } from 'vue-router'
import { isPreloading } from './preload'

/** Milliseconds. */
const JustLoaded = 30_000

/**
 * A new version of the app takes over when somebody goes to another page, or has put the phone away, and never under the hands
 * of somebody who types. What waits to be sent is in the database and goes on under the new version.
 */
export function beginNewVersions(router: Router): void {
  let registration: ServiceWorkerRegistration | undefined
  let takesOver = false

  const apply = (): void => {
    if (!registration?.waiting || router.currentRoute.value.meta.holdsTyping) return
    takesOver = true
    registration.waiting.postMessage({ type: 'SKIP_WAITING' })
  }

  router.afterEach((to, from) => {
    if (to.path !== from.path) apply()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') apply()
    // A phone may have the app open for days.
    else void registration?.update().catch(() => undefined)
  })
  // A page of a version that is gone from the server. One that has just been loaded is of the new version: loading it again would not help.
  window.addEventListener('vite:preloadError', () => {
    if (navigator.onLine && performance.now() > JustLoaded && !isPreloading()) location.reload()
  })

  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // In the other windows somebody may be typing: they change when they are left.
  navigator.serviceWorker.addEventListener('controllerchange', () => takesOver && location.reload())
  window.addEventListener(
    'load',
    () =>
      void navigator.serviceWorker.register('/sw.js').then(
        (found) => (registration = found),
        () => undefined,
      ),
  )
}
