import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFStream, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

/** Kinds of action that do more than show another page (ISO 32000-1, table 198; ISO 32000-2). */
const ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'URI',
  'SubmitForm',
  'ImportData',
  'ResetForm',
  'GoTo',
  'GoToR',
  'GoToE',
  'GoToDp',
  'GoTo3DView',
  'Thread',
  'Sound',
  'Movie',
  'Hide',
  'Named',
  'SetOCGState',
  'Rendition',
  'Trans',
  'RichMediaExecute',
])
/** Kinds of object that hold files or describe the document. */
const CARRIERS = new Set(['EmbeddedFile', 'Filespec', 'F', 'Metadata', 'Annot', 'Action'])

const nameAt = (dict: PDFDict, key: string) => {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}

/** A list of drawings may have one that is called "EF"; only beside a file's name does it mean a file. */
const namesFile = (dict: PDFDict) =>
  dict.has(PDFName.of('EF')) && ['F', 'UF'].some(key => [PDFString, PDFHexString].some(text => dict.get(PDFName.of(key)) instanceof text))

/**
 * Empties every action, attached file and description of a document that was read, wherever they hang: what is copied
 * from it afterwards cannot take one along on a way that nobody thought of.
 */
export function disarm({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    visitDicts(object, dict => {
      if (!CARRIERS.has(nameAt(dict, 'Type')) && !ACTIONS.has(nameAt(dict, 'S')) && !namesFile(dict)) return
      for (const key of dict.keys()) dict.delete(key)
      if (object instanceof PDFStream && object.dict === dict) context.delete(ref)
    })
  }
}

/** Calls for every dictionary of an object that is written at its own place; a reference is a place of its own. */
function visitDicts(object: PDFObject, call: (dict: PDFDict) => void): void {
  const waiting: PDFObject[] = [object]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next instanceof PDFRef) continue
    if (next instanceof PDFArray) for (const inner of next.asArray()) waiting.push(inner)
    const dict = next instanceof PDFStream ? next.dict : next
    if (dict instanceof PDFDict) {
      call(dict)
      for (const inner of dict.values()) waiting.push(inner)
    }
  }
}
