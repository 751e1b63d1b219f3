import {
  PDFAcroChoice,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFField,
  type PDFWidgetAnnotation,
} from '@cantoo/pdf-lib'
import type { FormField } from './form-field.ts'
import { onState } from './read-official-form.server.ts'
import type { Fitted } from './text/fit.ts'
import { pdfNumber, type FontBook } from './text/font-book.server.ts'
import { drawText } from './text-appearance.server.ts'
import { styleOf } from './widget-style.server.ts'

/** Writes a text into a field and draws it in all its boxes. Returns how the text fits the box that holds the least of it. */
export function setText(
  document: PDFDocument,
  fonts: FontBook,
  { field, facts }: { field: PDFField; facts: FormField },
  text: string,
  pointers: readonly string[],
): Fitted | null {
  const { acroField } = field
  let least: Fitted | null = null
  for (const widget of acroField.getWidgets()) {
    const style = styleOf(document, acroField, widget)
    const cells = facts.comb ? facts.maxLength : null
    const { fitted, ref } = drawText(
      document.context,
      fonts,
      text,
      style,
      { multiline: facts.multiline, cells, maxLength: facts.maxLength },
      pointers,
    )
    widget.dict.set(PDFName.of('AP'), document.context.obj({ N: ref }))
    if (!least || fitted.text.length < least.text.length) least = fitted
  }
  if (least) acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(exportValue(field, least.text)))
  return least
}

/** The value to store for chosen words. A list stores the value that the form gives to the words. */
function exportValue({ acroField }: PDFField, text: string): string {
  if (!(acroField instanceof PDFAcroChoice)) return text
  const option = acroField.getOptions().find(({ display, value }) => (display ?? value).decodeText() === text)
  return option ? option.value.decodeText() : text
}

/** The option of a list that equals an answer, ignoring case; `null` when the list has none. */
export function optionFor({ options }: FormField, text: string): string | null {
  const plain = (words: string) => words.trim().toLowerCase()
  return options.find(option => plain(option) === plain(text)) ?? null
}

/** Ticks the boxes of these options and clears the field's other boxes. */
export function setTicks({ context }: PDFDocument, field: PDFField, options: readonly string[]): void {
  const widgets = field.acroField.getWidgets()
  for (const widget of widgets) {
    const on = onState(widget) ?? 'Yes'
    if (!hasState(context, widget, on)) drawTick(context, widget, on)
    widget.dict.set(PDFName.of('AS'), PDFName.of(options.includes(on) ? on : 'Off'))
  }
  const chosen = widgets.map(widget => onState(widget) ?? 'Yes').find(on => options.includes(on))
  field.acroField.dict.set(PDFName.of('V'), PDFName.of(chosen ?? 'Off'))
}

function hasState(context: PDFContext, widget: PDFWidgetAnnotation, state: string): boolean {
  const normal = widget.dict.lookupMaybe(PDFName.of('AP'), PDFDict)?.lookup(PDFName.of('N'))
  if (!(normal instanceof PDFDict)) return false
  const entry = normal.get(PDFName.of(state))
  return (entry instanceof PDFRef ? context.lookup(entry) : entry) instanceof PDFStream
}

/** Draws a cross for a box that has no appearance of its own. */
function drawTick(context: PDFContext, widget: PDFWidgetAnnotation, on: string): void {
  const { width, height } = widget.getRectangle()
  const [x, y] = [width * 0.2, height * 0.2]
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    `${[x1, y1].map(pdfNumber).join(' ')} m ${[x2, y2].map(pdfNumber).join(' ')} l S`
  const cross = `q 0 G ${pdfNumber(Math.max(1, width / 10))} w ${line(x, y, width - x, height - y)} ${line(x, height - y, width - x, y)} Q`
  const picture = (content: string) =>
    context.register(context.flateStream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] }))
  widget.dict.set(PDFName.of('AP'), context.obj({ N: { [on]: picture(cross), Off: picture('') } }))
}

/** Tells readers to show the appearances that were drawn here, and removes everything that would redraw or recalculate them. */
export function settleForm(document: PDFDocument): void {
  const form = document.getForm().acroForm.dict
  form.set(PDFName.of('NeedAppearances'), PDFBool.False)
  form.delete(PDFName.of('XFA'))
  // Usage rights (`Perms`) hold only for the unchanged file, and the file's scripts could change what was filled in.
  for (const key of ['Perms', 'OpenAction', 'AA', 'Metadata']) document.catalog.delete(PDFName.of(key))
  document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.delete(PDFName.of('JavaScript'))
}
