import { PDFiumLibrary } from '@hyzyla/pdfium'

let ready: Promise<PDFiumLibrary> | undefined
/** PDFium, started once in the life of the process. */
export const pdfium = () => (ready ??= PDFiumLibrary.init())
