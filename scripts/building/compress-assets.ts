import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** Below this a compressed file saves no packet. */
const LEAST_BYTES = 1_000
const TEXT = /\.(?:js|css)$/

/**
 * Writes each script and style sheet of the browser once more beside itself (`.br`), as small as Brotli can: too slow for each request,
 * and a tenth less to load on a slow phone than what is compressed while it is sent.
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
