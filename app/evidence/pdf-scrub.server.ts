import { PDFName, PDFRawStream, type PDFDict, type PDFDocument } from '@cantoo/pdf-lib'
import { RefusedFile } from './checked-file.ts'
import { withoutJpeg2000Descriptions, withoutJpegDescriptions } from './picture-data.server.ts'
import { filtersOf, findInflated } from './pdf-unpack.server.ts'

/** The keys that a picture and a drawing inside a page may have. Other keys describe it, serve one program or refer elsewhere. */
const PICTURE_KEYS = new Set([
  'Type',
  'Subtype',
  'Width',
  'Height',
  'ColorSpace',
  'BitsPerComponent',
  'Intent',
  'ImageMask',
  'Mask',
  'Decode',
  'Interpolate',
  'SMask',
  'SMaskInData',
  'Matte',
  'Filter',
  'DecodeParms',
  'Length',
])
const DRAWING_KEYS = new Set(['Type', 'Subtype', 'FormType', 'BBox', 'Matrix', 'Resources', 'Group', 'Filter', 'DecodeParms', 'Length'])
/** Keys that no stream may have, for contents in another file, descriptions and links. */
const NEVER = ['F', 'FFilter', 'FDecodeParms', 'Metadata', 'PieceInfo', 'AF', 'LastModified', 'OPI', 'Ref', 'OC']

const name = (dict: PDFDict, key: string) => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

/** Removes from every stream of a new document what is not visible: descriptions, links to files, programs for old printers. */
export function scrubStreams({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const { dict } = object
    const subtype = name(dict, 'Subtype')
    const allowed = subtype === 'Image' ? PICTURE_KEYS : subtype === 'Form' ? DRAWING_KEYS : undefined
    for (const key of dict.keys()) if (allowed && !allowed.has(key.decodeText())) dict.delete(key)
    for (const key of NEVER) dict.delete(PDFName.of(key))
    if (subtype === 'PS' || subtype === 'XML') context.delete(ref)
    else if (subtype === 'Image') context.assign(ref, scrubPicture(object))
  }
}

/** A picture inside a page, without the descriptions in the picture's own file. */
function scrubPicture(stream: PDFRawStream): PDFRawStream {
  const filters = filtersOf(stream.dict)
  const last = filters.at(-1)
  if (last !== 'DCTDecode' && last !== 'JPXDecode') return stream
  const packed = filters.slice(0, -1)
  // A picture may be packed once more around its own format. Honest programs never make any other packing around it.
  if (packed.some(filter => filter !== 'FlateDecode') || packed.length > 1) throw new RefusedFile('damaged')
  const file = packed.length === 1 ? findInflated(stream.contents) : stream.contents
  if (!file) throw new RefusedFile('damaged')
  if (packed.length === 1) {
    stream.dict.delete(PDFName.of('DecodeParms'))
    stream.dict.set(PDFName.of('Filter'), PDFName.of(last))
  }
  return PDFRawStream.of(stream.dict, last === 'DCTDecode' ? withoutJpegDescriptions(file) : withoutJpeg2000Descriptions(file))
}
