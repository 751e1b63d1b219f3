import { PDFDocument } from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import type { CleanedFile } from './checked-file.ts'
import { piecesOf } from './long-pages.ts'

/**
 * Writes a long picture as a PDF. Each piece becomes a page with one point for each pixel.
 * @param encode encodes a piece in the picture's format
 */
export async function cutPicture(
  picture: Sharp,
  format: 'jpeg' | 'png',
  encode: (piece: Sharp) => Promise<Uint8Array>,
): Promise<CleanedFile> {
  // Decoded once here, because otherwise each piece would decode the whole picture again.
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const pieces = piecesOf(width, height)
  const file = await PDFDocument.create({ updateMetadata: false })
  for (const { top, length } of pieces) {
    const first = Math.floor(top)
    const rows = Math.min(height, Math.ceil(top + length)) - first
    const piece = sharp(data, { raw: { width, height, channels } }).extract({ left: 0, top: first, width, height: rows })
    const bytes = await encode(piece)
    const image = format === 'png' ? await file.embedPng(bytes) : await file.embedJpg(bytes)
    file.addPage([width, rows]).drawImage(image, { x: 0, y: 0, width, height: rows })
  }
  return { format: 'pdf', bytes: await file.save({ addDefaultPage: false, updateFieldAppearances: false }), pages: pieces.length }
}
