import { PDFiumLibrary } from '@hyzyla/pdfium'

let ready: Promise<PDFiumLibrary> | undefined
/** PDFium. A process starts it only once. */
export const pdfium = () => (ready ??= PDFiumLibrary.init())
