import { afterEach, expect, test, vi } from 'vitest'
import { focusAfterPaint, nextPaint } from '@/components/nextPaint'

afterEach(() => vi.unstubAllGlobals())

/** A page whose frame is shown when the test says so. */
function page(visibilityState: DocumentVisibilityState = 'visible') {
  const heading = { focus: vi.fn() }
  const body = { name: 'body' }
  const document = { visibilityState, body, activeElement: { name: 'link' } as unknown, querySelector: () => heading }
  let show = (): void => undefined
  vi.stubGlobal('document', document)
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => (show = then))
  return { document, heading, show: () => show() }
}

test('the heading has the focus once the page is shown', async () => {
  const { document, heading, show } = page()
  const focusing = focusAfterPaint('h1')
  // The link went with its page.
  document.activeElement = document.body
  expect(heading.focus).not.toHaveBeenCalled()
  show()
  await focusing
  expect(heading.focus).toHaveBeenCalledOnce()
})

test('who is in a field already stays there', async () => {
  const { document, heading, show } = page()
  const focusing = focusAfterPaint('h1')
  document.activeElement = { name: 'field' }
  show()
  await focusing
  expect(heading.focus).not.toHaveBeenCalled()
})

test('a page in the background waits for no frame', async () => {
  page('hidden')
  await nextPaint()
})
