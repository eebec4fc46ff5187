import { Picture, Preview, scaled, type Bounds, type Size } from './scaling'

/** The browser can draw nothing of it. */
export class NotAPicture extends Error {}

/** A file as it is sent: a JPEG of at most 600 KB, the right way up, without what the camera wrote. */
export const pictureOf = (file: Blob): Promise<Blob> => drawn(file, Picture)

/** The same of a picture, small, for lists. */
export const previewOf = (picture: Blob): Promise<Blob> => drawn(picture, Preview)

async function drawn(file: Blob, bounds: Bounds): Promise<Blob> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw new NotAPicture()
  }
  try {
    return await scaled(bitmap, (size, quality) => encode(bitmap, size, quality), bounds)
  } finally {
    bitmap.close()
  }
}

async function encode(bitmap: ImageBitmap, { width, height }: Size, quality: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const drawing = canvas.getContext('2d')
  if (!drawing) throw new NotAPicture()
  // What is transparent would be black.
  drawing.fillStyle = 'white'
  drawing.fillRect(0, 0, width, height)
  drawing.imageSmoothingQuality = 'high'
  drawing.drawImage(bitmap, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  if (!blob) throw new NotAPicture()
  return blob
}
