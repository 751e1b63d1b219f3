import sharp from 'sharp'
import { pdfium } from '#app/pdf/pdfium.server.ts'

/** Pixels for each point, enough to read the small print of a form. */
const SCALE = 2

/** A picture (PNG) of one page of a form as it is printed, or `null` when there is no such page. */
export async function drawPage(form: Uint8Array, page: number): Promise<Uint8Array | null> {
  const document = await (await pdfium()).loadDocument(form)
  try {
    if (page < 1 || page > document.getPageCount()) return null
    const { data } = await document.getPage(page - 1).render({
      scale: SCALE,
      render: ({ data: raw, width, height }) =>
        sharp(raw, { raw: { width, height, channels: 4 } })
          .png({ palette: true })
          .toBuffer(),
    })
    return new Uint8Array(data)
  } finally {
    document.destroy()
  }
}
