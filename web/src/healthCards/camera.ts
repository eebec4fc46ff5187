/** TypeScript knows none. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
interface DetectorType {
  new (options: { formats: 'qr_code'[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** Between two looks, so that a slow phone can also draw. */
const Pause = 100

/** The browser's own where it reads QR codes; many phones here have none, or one that reads nothing. */
async function detectorType(): Promise<DetectorType> {
  const own = (globalThis as { BarcodeDetector?: DetectorType }).BarcodeDetector
  const formats = await own?.getSupportedFormats().catch((): readonly string[] => [])
  return own && formats?.includes('qr_code') ? own : (await import('qr/decode.js')).BarcodeDetector
}

/** Reads a QR code from the phone's camera. The picture stays in the browser. */
export class Camera {
  /** Browsers have it on a safe connection only. */
  readonly isThere = 'mediaDevices' in navigator
  private stream: MediaStream | undefined

  /** The first code that is seen; undefined where it was stopped before. */
  async read(video: () => HTMLVideoElement | null): Promise<string | undefined> {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    try {
      const detector = new (await detectorType())({ formats: ['qr_code'] })
      const shown = video()
      // It may have been stopped, or its page left, while the reader was loaded.
      if (!shown || !this.stream) return undefined
      shown.srcObject = this.stream
      await shown.play()
      while (this.stream) {
        const [code] = await detector.detect(shown)
        if (code) return code.rawValue
        await new Promise((resolve) => setTimeout(resolve, Pause))
      }
      return undefined
    } finally {
      this.stop()
    }
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop()
    this.stream = undefined
  }
}
