/** Not every browser has one, and TypeScript knows none. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorType = new (options: { formats: string[] }) => Detector

const detectorType = (): DetectorType | undefined => (globalThis as { BarcodeDetector?: DetectorType }).BarcodeDetector

/** Reads a QR code from the phone's camera, where the browser can. The picture stays in the browser. */
export class Camera {
  private stream: MediaStream | undefined

  get isThere(): boolean {
    return detectorType() !== undefined && navigator.mediaDevices !== undefined
  }

  /** The first code that is seen; undefined where it was stopped before. */
  async read(video: () => HTMLVideoElement | null): Promise<string | undefined> {
    const detector = new (detectorType()!)({ formats: ['qr_code'] })
    this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    try {
      const shown = video()
      if (!shown) return undefined
      shown.srcObject = this.stream
      await shown.play()
      while (this.stream) {
        const [code] = await detector.detect(shown)
        if (code) return code.rawValue
        await new Promise((resolve) => requestAnimationFrame(resolve))
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
