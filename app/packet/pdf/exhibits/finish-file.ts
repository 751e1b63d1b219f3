import { PDFDocument, PDFObjectCopier, PDFRef } from '@cantoo/pdf-lib'
import type { OpenExhibits } from './open-exhibits.ts'

/**
 * Puts the attached pages into their places and locks the file. Everything else in it stays as it is, its structure too:
 * a merge of two files would lose it.
 * @param password opens the file (AES-256); `undefined` leaves it open
 */
export async function finishFile(pdf: Uint8Array, exhibits: OpenExhibits | null, password: string | undefined): Promise<Uint8Array> {
  if ((exhibits?.slots.length ?? 0) === 0 && password === undefined) return pdf
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  if (exhibits) fillSlots(file, exhibits)
  // One password for everything: who can open the file may do with it what they like.
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
    // One object in two places would be locked twice.
    file.context.delete(copy)
  }
}
