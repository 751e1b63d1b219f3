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

/** Whether a dictionary names a file. "EF" alone does not show that, because a drawing in a list may have this name too. */
const namesFile = (dict: PDFDict) =>
  dict.has(PDFName.of('EF')) && ['F', 'UF'].some(key => [PDFString, PDFHexString].some(text => dict.get(PDFName.of(key)) instanceof text))

/**
 * Empties every action, attached file and description of a document that was read, wherever they are in it. So a later copy
 * cannot include one by an unexpected path.
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

/** Calls a function for every dictionary inside an object. It does not follow references, because the caller visits all objects. */
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
