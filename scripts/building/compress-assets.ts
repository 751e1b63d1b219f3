import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** A smaller file is not compressed, because that would save no network packet. */
const LEAST_BYTES = 1_000
const TEXT = /\.(?:js|css)$/

/**
 * Writes a compressed copy (`.br`) beside each script and style sheet of the browser, as small as Brotli can make it. That is too slow for
 * each request, and saves a slow phone a tenth of what it loads when files are compressed while they are sent.
 * @param folder of the built files, whose names change with what they hold
 * @returns how many were written
 */
export function compressAssets(folder: string): number {
  const files = readdirSync(folder)
    .filter(name => TEXT.test(name))
    .map(name => path.join(folder, name))
  const texts = files.map(file => ({ file, bytes: readFileSync(file) })).filter(({ bytes }) => bytes.length >= LEAST_BYTES)
  // Quality 11, the most, is Brotli's own default.
  for (const { file, bytes } of texts) writeFileSync(`${file}.br`, brotliCompressSync(bytes))
  return texts.length
}
