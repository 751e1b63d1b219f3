import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFAcroField,
  type PDFDocument,
  type PDFWidgetAnnotation,
} from '@cantoo/pdf-lib'
import { pdfNumber } from './text/font-book.server.ts'

/** The look that the form sets for a box. Lengths are in points. */
export interface WidgetStyle {
  /** Size of the box before it is turned. */
  readonly width: number
  readonly height: number
  /** Quarter turns against the clock, in degrees. */
  readonly turn: 0 | 90 | 180 | 270
  /** Font size that the form asks for; 0 when it leaves the size open. */
  readonly size: number
  /** Operator that sets the colour of the text. */
  readonly colour: string
  readonly align: 'start' | 'middle' | 'end'
  /** Operators that draw the background and the frame. */
  readonly frame: string
}

/** Reads a widget's own style, its field's, and the form's (ISO 32000-1, 12.5.6.19 and 12.7.3.3). */
export function styleOf(document: PDFDocument, field: PDFAcroField, widget: PDFWidgetAnnotation): WidgetStyle {
  const rectangle = widget.getRectangle()
  const marks = widget.dict.lookupMaybe(PDFName.of('MK'), PDFDict)
  const turn = quarter(marks?.lookupMaybe(PDFName.of('R'), PDFNumber)?.asNumber() ?? 0)
  const sideways = turn === 90 || turn === 270
  const [width, height] = sideways ? [rectangle.height, rectangle.width] : [rectangle.width, rectangle.height]
  const appearance =
    inherited(widget.dict, 'DA') ?? inherited(field.dict, 'DA') ?? document.getForm().acroForm.dict.lookup(PDFName.of('DA'))
  const words = appearance instanceof PDFString || appearance instanceof PDFHexString ? appearance.decodeText() : ''
  const quadding = inherited(widget.dict, 'Q') ?? document.getForm().acroForm.dict.lookup(PDFName.of('Q'))
  return {
    width,
    height,
    turn,
    size: Math.abs(Number(/([-\d.]+)\s+Tf/.exec(words)?.[1] ?? 0)) || 0,
    colour: /((?:[\d.]+\s+){3}rg|[\d.]+\s+g|(?:[\d.]+\s+){4}k)\b/.exec(words)?.[1] ?? '0 g',
    align: (['start', 'middle', 'end'] as const)[quadding instanceof PDFNumber ? quadding.asNumber() : 0] ?? 'start',
    frame: frameOf(widget, marks, width, height),
  }
}

const quarter = (degrees: number) => ((((Math.round(degrees / 90) * 90) % 360) + 360) % 360) as WidgetStyle['turn']

/** A value of a dictionary or of its nearest parent that has one. */
function inherited(dictionary: PDFDict, key: string): unknown {
  let at: PDFDict | undefined = dictionary
  while (at) {
    const value = at.lookup(PDFName.of(key))
    if (value !== undefined) return value
    at = at.lookupMaybe(PDFName.of('Parent'), PDFDict)
  }
  return undefined
}

function frameOf(widget: PDFWidgetAnnotation, marks: PDFDict | undefined, width: number, height: number): string {
  const fill = colourOf(marks?.lookupMaybe(PDFName.of('BG'), PDFArray), 'fill')
  const line = colourOf(marks?.lookupMaybe(PDFName.of('BC'), PDFArray), 'line')
  const border = widget.dict.lookupMaybe(PDFName.of('BS'), PDFDict)?.lookupMaybe(PDFName.of('W'), PDFNumber)?.asNumber() ?? 1
  const box = (inset: number) => [inset, inset, width - 2 * inset, height - 2 * inset].map(pdfNumber).join(' ')
  const parts = [
    ...(fill ? [`${fill} ${box(0)} re f`] : []),
    ...(line && border > 0 ? [`${line} ${pdfNumber(border)} w ${box(border / 2)} re S`] : []),
  ]
  return parts.length > 0 ? `q ${parts.join(' ')} Q` : ''
}

function colourOf(array: PDFArray | undefined, use: 'fill' | 'line'): string | null {
  const numbers = array?.asArray().map(value => (value instanceof PDFNumber ? value.asNumber() : 0)) ?? []
  const operator = { 1: ['g', 'G'], 3: ['rg', 'RG'], 4: ['k', 'K'] }[numbers.length]
  return operator ? `${numbers.map(pdfNumber).join(' ')} ${operator[use === 'fill' ? 0 : 1]}` : null
}
