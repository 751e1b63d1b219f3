import decodeHeic from 'heic-decode'
import sharp, { type Sharp } from 'sharp'
import { RefusedFile, type CleanedFile } from './checked-file.ts'
import { LONGEST_SIDE, MOST_PIXELS } from './limits.ts'
import { PIECE_LENGTH, piecesOf } from './long-pages.ts'

const QUALITY = 85
const WHITE = '#ffffff'

/** The widest that a piece of a long picture is kept, in pixels. Its length is then the longest side. */
const WIDEST_PIECE = Math.floor(LONGEST_SIDE / PIECE_LENGTH)

/** `page: 0` takes the first picture of a moving one. `failOn: 'error'` refuses cut and broken pictures, but not merely odd ones. */
const OPENING = { limitInputPixels: MOST_PIXELS, failOn: 'error', page: 0, sequentialRead: false } as const

/**
 * Opens a JPEG or PNG and writes it anew: upright by the camera's orientation, no larger than a sheet needs, and with the picture
 * alone (without place, device, time, thumbnail and colour profile). A long picture, such as a whole conversation, is cut into
 * the pages of a PDF.
 * @throws RefusedFile
 */
export async function cleanPicture(bytes: Uint8Array, format: 'jpeg' | 'png'): Promise<CleanedFile> {
  const { autoOrient: size } = await refusing(sharp(bytes, OPENING).metadata())
  return written(sharp(bytes, OPENING).autoOrient(), size, format)
}

/**
 * Opens a HEIC picture, the format of iPhones, and writes it as JPEG.
 * @throws RefusedFile
 */
export async function cleanHeic(bytes: Uint8Array): Promise<CleanedFile> {
  const images = await refusing(decodeHeic.all({ buffer: bytes }))
  try {
    const [image] = images
    if (!image) throw new RefusedFile('damaged')
    requireRoom(image)
    // The decoder has already turned the picture upright.
    const { width, height, data } = await refusing(image.decode())
    return await written(sharp(data, { raw: { width, height, channels: 4 } }), { width, height }, 'jpeg')
  } finally {
    images.dispose()
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

function requireRoom({ width, height }: Size): void {
  if (width * height > MOST_PIXELS) throw new RefusedFile('too-large-picture')
}

/** @param size the size of the upright picture */
async function written(picture: Sharp, size: Size, format: 'jpeg' | 'png'): Promise<CleanedFile> {
  requireRoom(size)
  const encode = (sized: Sharp) =>
    (format === 'png' ? sized.png({ compressionLevel: 9 }) : sized.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })).toBuffer()
  const isLong = piecesOf(size.width, size.height).length > 1
  const bounds = isLong ? { width: WIDEST_PIECE } : { width: LONGEST_SIDE, height: LONGEST_SIDE }
  const sized = picture
    .resize({ ...bounds, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: WHITE })
    .toColourspace('srgb')
  if (!isLong) return { format, bytes: await refusing(encode(sized)), pages: 1 }
  // Loaded when needed: the process of a photo need not wait for the code of PDFs.
  const { cutPicture } = await import('./long-picture.server.ts')
  return refusing(cutPicture(sized, format, encode))
}

/** Turns a decoder's error into a problem with a sentence: the picture cannot be opened or is too large. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new RefusedFile(error instanceof Error && /pixel limit/i.test(error.message) ? 'too-large-picture' : 'damaged')
  }
}
