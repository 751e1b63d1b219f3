import { PDFDocument, PDFObjectCopier, PDFRef } from '@cantoo/pdf-lib'
import type { OpenExhibits } from './open-exhibits.ts'

/**
 * Puts the attached pages into their places and locks the file. Everything else in the file stays as it is, and so does its
 * structure, which a merge of two files would lose.
 * @param password the password that opens the file (AES-256); with `undefined` the file stays open
 */
export async function finishFile(pdf: Uint8Array, exhibits: OpenExhibits | null, password: string | undefined): Promise<Uint8Array> {
  if ((exhibits?.slots.length ?? 0) === 0 && password === undefined) return pdf
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  if (exhibits) fillSlots(file, exhibits)
  // One password for all rights: a person who can open the file may also print, copy and change it.
  if (password !== undefined) file.encrypt({ userPassword: password, ownerPassword: password, permissions: ALL })
  return file.save({ addDefaultPage: false, updateFieldAppearances: false })
}

const ALL = {
  printing: 'highResolution',
  modifying: true,
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
} as const

function fillSlots(file: PDFDocument, { store, slots }: OpenExhibits): void {
  const copier = PDFObjectCopier.for(store.context, file.context)
  for (const { object, page } of slots) {
    const copy = copier.copy(page)
    const copied = file.context.lookup(copy)
    if (!copied) continue
    file.context.assign(PDFRef.of(object), copied)
    // An object that stands in two places would be encrypted twice.
    file.context.delete(copy)
  }
}
