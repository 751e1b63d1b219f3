import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { create, type Font as EmbeddableFont } from 'fontkit'
import * as hb from 'harfbuzzjs'
import { unwrapWoff } from './woff.server.ts'

const { resolve } = createRequire(import.meta.url)
const google = (name: string) => resolve(`@expo-google-fonts/noto-sans/${name}.ttf`)
const fontsource = (name: string, script: string, weight: number) =>
  resolve(`@fontsource/${name}/files/${name}-${script}-${weight}-normal.woff`)
const ours = (name: string) => path.resolve(process.cwd(), 'public/fonts', `${name}.ttf`)

export type Weight = 'regular' | 'strong'

const pair = (name: string, script: string) => ({
  regular: () => fontsource(name, script, 400),
  strong: () => fontsource(name, script, 600),
})

/**
 * The files of each family, in two weights. Khmer and Gurmukhi are in `public/fonts`, because the fonts that the packages offer
 * for them cannot be read without faults.
 */
const FILES = {
  'Noto Sans': { regular: () => google('400Regular/NotoSans_400Regular'), strong: () => google('600SemiBold/NotoSans_600SemiBold') },
  'Noto Sans Armenian': pair('noto-sans-armenian', 'armenian'),
  'Noto Sans Arabic': pair('noto-sans-arabic', 'arabic'),
  'Noto Sans Khmer': { regular: () => ours('NotoSansKhmer-Regular'), strong: () => ours('NotoSansKhmer-Bold') },
  'Noto Sans Gurmukhi': { regular: () => ours('NotoSansGurmukhi-Regular'), strong: () => ours('NotoSansGurmukhi-Bold') },
  'Noto Sans Lao': pair('noto-sans-lao', 'lao'),
  'Noto Sans Devanagari': pair('noto-sans-devanagari', 'devanagari'),
  'Noto Sans Thai': pair('noto-sans-thai', 'thai'),
  'Noto Sans SC': pair('noto-sans-sc', 'chinese-simplified'),
  'Noto Sans TC': pair('noto-sans-tc', 'chinese-traditional'),
  'Noto Sans KR': pair('noto-sans-kr', 'korean'),
} as const satisfies Record<string, Record<Weight, () => string>>

export type Family = keyof typeof FILES

/** All families in the order of the search for a character. The large ones come last, so that they are read only when needed. */
export const FAMILIES = Object.keys(FILES) as Family[]

/** The family of a face. Emoji are no family of the search, because only slices of them are read. */
export type FaceFamily = Family | 'Noto Emoji'

/** One family in one weight, or a slice of one. A process reads it only once. */
export interface Face {
  readonly family: FaceFamily
  readonly weight: Weight
  readonly unitsPerEm: number
  /** The whole TrueType file. */
  readonly bytes: Uint8Array
  /** HarfBuzz's font, which shapes text. */
  readonly shaping: hb.Font
  /** fontkit's font, from which glyphs are embedded into a file. */
  readonly embeddable: EmbeddableFont
  has(codePoint: number): boolean
  /** Width of a glyph in font units. */
  advanceOf(glyph: number): number
}

const faces = new Map<string, Face>()

/** A face. It is read from its file at the first call. */
export const getFace = (family: Family, weight: Weight): Face => faceIn(fileOf(family, weight), family, weight)

/** Path of a face's file. */
export const fileOf = (family: Family, weight: Weight): string => FILES[family][weight]()

function faceIn(file: string, family: FaceFamily, weight: Weight): Face {
  const known = faces.get(file)
  if (known) return known
  const face = readFace(file, family, weight)
  faces.set(file, face)
  return face
}

function readFace(file: string, family: FaceFamily, weight: Weight): Face {
  const read = readFileSync(file)
  const bytes = file.endsWith('.woff') ? unwrapWoff(read) : read
  const hbFace = new hb.Face(new hb.Blob(bytes))
  const shaping = new hb.Font(hbFace)
  const covered = new Set(hbFace.collectUnicodes())
  const advances = new Map<number, number>()
  return {
    family,
    weight,
    unitsPerEm: hbFace.upem,
    bytes,
    shaping,
    embeddable: create(bytes),
    has: codePoint => covered.has(codePoint),
    advanceOf: glyph => {
      const known = advances.get(glyph)
      if (known !== undefined) return known
      const advance = shaping.glyphHAdvance(glyph)
      advances.set(glyph, advance)
      return advance
    },
  }
}

/** Packages that divide a font into slices: the whole Chinese font with its rare characters, arrows and signs, and emoji in black and white. */
const SLICED = { 'noto-sans-sc': 'Noto Sans SC', 'noto-emoji': 'Noto Emoji' } as const satisfies Record<string, FaceFamily>

interface Slice {
  readonly name: keyof typeof SLICED
  readonly file: string
  readonly holds: readonly (readonly [first: number, last: number])[]
}

let slices: readonly Slice[] | undefined

/** The slices of these packages with their characters: `{"[4]": "U+1f1e9-1f1f5,U+1f21a", …}`. */
function rareSlices(): readonly Slice[] {
  slices ??= (Object.keys(SLICED) as Slice['name'][]).flatMap(slicesOf)
  return slices
}

const slicesOf = (name: Slice['name']): Slice[] =>
  Object.entries(JSON.parse(readFileSync(resolve(`@fontsource/${name}/unicode.json`), 'utf8')) as Record<string, string>).flatMap(
    ([slice, ranges]) => {
      const number = /^\[(\d+)\]$/.exec(slice)?.[1]
      if (number === undefined) return []
      const holds = ranges.split(',').map((range): [number, number] => {
        const [first = '', last = first] = range.slice(2).split('-')
        return [parseInt(first, 16), parseInt(last, 16)]
      })
      return [{ name, file: number, holds }]
    },
  )

/** A small face with a character that no family has, such as a rare character of a name, an arrow, a sign or an emoji; `null` when there is none. */
export function findRareFace(codePoint: number, weight: Weight): Face | null {
  for (const { name, file, holds } of rareSlices()) {
    if (!holds.some(([first, last]) => codePoint >= first && codePoint <= last)) continue
    const face = faceIn(fontsource(name, file, weight === 'regular' ? 400 : 600), SLICED[name], weight)
    if (face.has(codePoint)) return face
  }
  return null
}

const drawable = new Map<number, boolean>()

/** Whether any font can draw a character. */
export function canDraw(codePoint: number): boolean {
  const known = drawable.get(codePoint)
  if (known !== undefined) return known
  const can = FAMILIES.some(family => getFace(family, 'regular').has(codePoint)) || findRareFace(codePoint, 'regular') !== null
  drawable.set(codePoint, can)
  return can
}
