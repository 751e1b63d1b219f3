import { EncryptedPDFError, PDFArray, PDFBool, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { FormError } from './form-error.ts'
import { unlockedCopy } from '#app/pdf/unlock.server.ts'

/**
 * Opens a blank form. It removes a lock that needs no password and allows filling in.
 * The file is never run or shown as it is, so its actions and scripts do nothing here.
 * @throws FormError for a file that is no PDF, is locked in any other way, has no fields, or is an XFA form that few programs show
 */
export async function openForm(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await load(bytes)
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.size() ?? 0
  const changesByItself = document.catalog.lookupMaybe(PDFName.of('NeedsRendering'), PDFBool)?.asBoolean() === true
  const hasXfa = form?.has(PDFName.of('XFA')) === true
  if (hasXfa && (changesByItself || fields === 0 || !hasUsefulField(document))) throw new FormError('xfaOnly')
  if (fields === 0 || !hasUsefulField(document)) throw new FormError('noFields')
  return document
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await parse(bytes)
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw new FormError('notPdf')
  }
  const open = await unlockedCopy(bytes, 'filling-in')
  if (!open) throw new FormError('locked')
  const document = await parse(open)
  // The unlocked copy has a random id. Without it, filling in the form gives the same bytes each time.
  document.context.trailerInfo.ID = undefined
  return document
}

const parse = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, preserveXFA: true })

/** Whether any field can be filled in. The empty shell of an XFA form has at most a signature. */
function hasUsefulField(document: PDFDocument): boolean {
  return document
    .getForm()
    .getFields()
    .some(field => !/Signature|Button/.test(field.constructor.name))
}
