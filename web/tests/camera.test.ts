import { afterEach, expect, test, vi } from 'vitest'
import { Camera } from '@/healthCards/camera'

afterEach(() => vi.unstubAllGlobals())

/** A camera whose browser's own reader takes until it is told to. */
function slowReader() {
  const track = { stop: vi.fn() }
  let isAsked = (): void => undefined
  let go = (): void => undefined
  const asked = new Promise<void>((resolve) => (isAsked = resolve))
  const formats = new Promise<string[]>((resolve) => (go = () => resolve(['qr_code'])))
  const detect = vi.fn(async () => [{ rawValue: 'TOKEN' }])
  const Detector = class {
    static getSupportedFormats(): Promise<string[]> {
      isAsked()
      return formats
    }
    detect = detect
  }
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => ({ getTracks: () => [track] }) } })
  vi.stubGlobal('BarcodeDetector', Detector)
  return { track, asked, go, detect }
}

const video = () => ({ srcObject: undefined, play: vi.fn(async () => undefined) })

test('reads the first code, and lets go of the camera', async () => {
  const { track, go } = slowReader()
  go()
  expect(await new Camera().read(() => video() as unknown as HTMLVideoElement)).toBe('TOKEN')
  expect(track.stop).toHaveBeenCalled()
})

test('stopped while its reader is loaded, it says nothing and shows nothing', async () => {
  const { track, asked, go, detect } = slowReader()
  const camera = new Camera()
  const shown = video()
  const reading = camera.read(() => shown as unknown as HTMLVideoElement)
  await asked
  camera.stop()
  go()
  expect(await reading).toBeUndefined()
  expect([shown.play, detect].map((called) => called.mock.calls.length)).toEqual([0, 0])
  expect(track.stop).toHaveBeenCalled()
})
