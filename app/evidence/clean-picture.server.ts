import decodeHeic from 'heic-decode'
import sharp, { type Sharp } from 'sharp'
import { RefusedFile, type CleanedFile } from './checked-file.ts'
import { LONGEST_SIDE, MOST_PIXELS } from './limits.ts'

const QUALITY = 85
const WHITE = '#ffffff'

/** `page: 0` takes the first picture of a moving one; `failOn` refuses what ends too early or is broken, not what is merely odd. */
const OPENING = { limitInputPixels: MOST_PIXELS, failOn: 'error', page: 0, sequentialRead: false } as const

/**
 * Opens a JPEG or PNG and writes it anew: upright as its camera says, no larger than a sheet needs, and without
 * anything beside the picture itself (place, device, time, thumbnail, colour profile).
 * @throws RefusedFile
 */
export async function cleanPicture(bytes: Uint8Array, format: 'jpeg' | 'png'): Promise<CleanedFile> {
  const { width, height } = await refusing(sharp(bytes, OPENING).metadata())
  if (width * height > MOST_PIXELS) throw new RefusedFile('too-large-picture')
  return written(sharp(bytes, OPENING).autoOrient(), format)
}

/**
 * Opens a picture as iPhones take it and writes it as JPEG.
 * @throws RefusedFile
 */
export async function cleanHeic(bytes: Uint8Array): Promise<CleanedFile> {
  const images = await refusing(decodeHeic.all({ buffer: bytes }))
  try {
    const [image] = images
    if (!image) throw new RefusedFile('damaged')
    if (image.width * image.height > MOST_PIXELS) throw new RefusedFile('too-large-picture')
    // The decoder has turned the picture already.
    const { width, height, data } = await refusing(image.decode())
    return await written(sharp(data, { raw: { width, height, channels: 4 } }), 'jpeg')
  } finally {
    images.dispose()
  }
}

async function written(picture: Sharp, format: 'jpeg' | 'png'): Promise<CleanedFile> {
  const sized = picture
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: WHITE })
    .toColourspace('srgb')
  const encoded = format === 'png' ? sized.png({ compressionLevel: 9 }) : sized.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
  return { format, bytes: await refusing(encoded.toBuffer()), pages: 1 }
}

/** What a decoder throws says nothing to a person: the picture cannot be opened, or is too large to be. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new RefusedFile(error instanceof Error && /pixel limit/i.test(error.message) ? 'too-large-picture' : 'damaged')
  }
}
