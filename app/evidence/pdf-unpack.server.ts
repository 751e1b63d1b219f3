import { constants, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, type PDFDict, type PDFRawStream } from '@cantoo/pdf-lib'
import { RefusedFile } from './checked-file.ts'

/** Most that one stream may unpack to, in bytes: far above what honest pages have, far below what memory holds. */
const MOST_UNPACKED = 100 * 1024 * 1024

/** How a stream is packed, outermost first. */
export function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (filter instanceof PDFName) return [filter.decodeText()]
  return filter instanceof PDFArray ? filter.asArray().map(each => (each instanceof PDFName ? each.decodeText() : '')) : []
}

/**
 * The contents of a stream.
 * @throws RefusedFile where they unpack to more than any honest page has
 */
export function unpack(stream: PDFRawStream): Uint8Array {
  const filters = filtersOf(stream.dict)
  const usual = filters.every(filter => filter === 'FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))
  const unpacked = usual ? filters.reduce<Uint8Array | null>((bytes, _filter) => bytes && findInflated(bytes), stream.contents) : null
  // Rarer ways of packing, and what is not quite as it should be, are left to the library, which is slower and forgives more.
  return unpacked ?? decodePDFRawStream(stream).decode()
}

/** @returns null where the bytes are not quite what they say */
export function findInflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new RefusedFile('damaged')
    return null
  }
}
