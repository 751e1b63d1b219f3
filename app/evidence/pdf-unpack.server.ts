import { constants, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, type PDFDict, type PDFRawStream } from '@cantoo/pdf-lib'
import { RefusedFile } from './checked-file.ts'

/** The most bytes that one stream may unpack to: far more than honest pages have, and far less than the memory. */
const MOST_UNPACKED = 100 * 1024 * 1024

/** The filters of a stream, outermost first. */
export function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (filter instanceof PDFName) return [filter.decodeText()]
  return filter instanceof PDFArray ? filter.asArray().map(each => (each instanceof PDFName ? each.decodeText() : '')) : []
}

/**
 * The contents of a stream.
 * @throws RefusedFile when they unpack to more than {@link MOST_UNPACKED} bytes
 */
export function unpack(stream: PDFRawStream): Uint8Array {
  const filters = filtersOf(stream.dict)
  const usual = filters.every(filter => filter === 'FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))
  const unpacked = usual ? filters.reduce<Uint8Array | null>((bytes, _filter) => bytes && findInflated(bytes), stream.contents) : null
  // The library unpacks rarer filters and slightly broken streams. It is slower and more tolerant.
  return unpacked ?? decodePDFRawStream(stream).decode()
}

/** @returns the inflated bytes, or `null` when the bytes are not valid */
export function findInflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new RefusedFile('damaged')
    return null
  }
}
