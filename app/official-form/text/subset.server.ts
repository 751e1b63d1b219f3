import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The functions of HarfBuzz's subsetter that this program uses. All numbers are addresses in its memory. */
interface Subsetter {
  readonly memory: WebAssembly.Memory
  _initialize(): void
  malloc(length: number): number
  free(address: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_or_fail(face: number, input: number): number
}

/** `HB_MEMORY_MODE_WRITABLE` (hb-blob.h), and the `hb_subset_flags_t` that drop hinting and keep glyph numbers (hb-subset.h). */
const WRITABLE = 2
const NO_HINTING = 0x01
const KEEP_NUMBERS = 0x02

let ready: Promise<Subsetter> | undefined

function start(): Promise<Subsetter> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  return WebAssembly.instantiate(readFileSync(file), {}).then(({ instance }) => {
    const subsetter = instance.exports as unknown as Subsetter
    subsetter._initialize()
    return subsetter
  })
}

/**
 * Makes a font with only these glyphs, which keep their numbers.
 * @param font a whole TrueType file
 */
export async function subsetFont(font: Uint8Array, glyphs: readonly number[]): Promise<Uint8Array> {
  const hb = await (ready ??= start())
  const data = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, data)
  const blob = hb.hb_blob_create(data, font.length, WRITABLE, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  const wanted = hb.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph)
  hb.hb_subset_input_set_flags(input, NO_HINTING | KEEP_NUMBERS)
  const part = hb.hb_subset_or_fail(face, input)
  if (part === 0) throw new Error('the font could not be cut')
  const result = hb.hb_face_reference_blob(part)
  const at = hb.hb_blob_get_data(result, 0)
  const bytes = new Uint8Array(hb.memory.buffer).slice(at, at + hb.hb_blob_get_length(result))
  hb.hb_blob_destroy(result)
  hb.hb_face_destroy(part)
  hb.hb_subset_input_destroy(input)
  hb.hb_face_destroy(face)
  hb.hb_blob_destroy(blob)
  hb.free(data)
  return bytes
}
