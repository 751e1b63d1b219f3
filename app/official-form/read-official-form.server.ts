import { createHash } from 'node:crypto'
import {
  PDFAcroSignature,
  PDFAcroText,
  PDFCheckBox,
  PDFDict,
  PDFDropdown,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFRef,
  PDFSignature,
  PDFString,
  PDFTextField,
  type PDFDocument,
  type PDFField,
  type PDFWidgetAnnotation,
} from '@cantoo/pdf-lib'
import type { FieldBox, FieldKind, FormFacts, FormField } from './form-field.ts'
import { openForm } from './open-form.server.ts'
import { readPages } from './page-texts.server.ts'

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Reads what a blank form asks for.
 * @throws FormError for the same reasons as {@link openForm}
 */
export async function readOfficialForm(bytes: Uint8Array): Promise<FormFacts> {
  const document = await openForm(bytes)
  return { sha256: sha256Of(bytes), pages: await readPages(bytes), fields: listFields(document).map(({ facts }) => facts) }
}

/** A field as the library's object, and what the program knows about it. */
export interface ListedField {
  readonly field: PDFField
  readonly facts: FormField
}

/** All fields that can hold an answer, under unique names. A second field with the same name gets a number. */
export function listFields(document: PDFDocument): ListedField[] {
  const pageOf = pagesOfWidgets(document)
  const seen = new Map<string, number>()
  return document
    .getForm()
    .getFields()
    .flatMap(field => {
      const kind = kindOf(field)
      if (!kind) return []
      const count = (seen.get(field.getName()) ?? 0) + 1
      seen.set(field.getName(), count)
      const name = count === 1 ? field.getName() : `${field.getName()} (${count})`
      return [{ field, facts: factsOf(field, kind, name, pageOf) }]
    })
}

function kindOf(field: PDFField): FieldKind | null {
  if (field instanceof PDFTextField) return 'text'
  if (field instanceof PDFRadioGroup) return 'radio'
  if (field instanceof PDFDropdown || field instanceof PDFOptionList) return 'choice'
  if (field instanceof PDFSignature || field.acroField instanceof PDFAcroSignature) return 'signature'
  // Checkboxes that share a name but have different states are one choice, although the file calls them checkboxes.
  if (field instanceof PDFCheckBox) return new Set(field.acroField.getWidgets().map(onState)).size > 1 ? 'radio' : 'checkbox'
  return null
}

/** Name of a box's ticked state; `null` when the form does not name it. */
export function onState(widget: PDFWidgetAnnotation): string | null {
  return widget.getOnValue()?.decodeText() ?? null
}

function factsOf(field: PDFField, kind: FieldKind, name: string, pageOf: (widget: PDFWidgetAnnotation) => number | null): FormField {
  const { acroField } = field
  const ticks = kind === 'checkbox' || kind === 'radio'
  const boxes: FieldBox[] = acroField
    .getWidgets()
    .map(widget => ({ ...widget.getRectangle(), page: pageOf(widget), option: ticks ? onState(widget) : null }))
  const text = acroField instanceof PDFAcroText ? acroField : null
  const options =
    field instanceof PDFDropdown || field instanceof PDFOptionList ? field.getOptions() : boxes.flatMap(box => box.option ?? [])
  return {
    name,
    kind,
    tooltip: tooltipOf(field),
    options: [...new Set(options)],
    boxes,
    maxLength: text?.getMaxLength() ?? null,
    multiline: field instanceof PDFTextField && field.isMultiline(),
    comb: field instanceof PDFTextField && field.isCombed(),
    required: field.isRequired(),
    readOnly: field.isReadOnly(),
    filled: text !== null && wordsAt(text.dict, 'V') !== '' && wordsAt(text.dict, 'V') !== wordsAt(text.dict, 'DV'),
  }
}

/** The field's text for screen readers. A child without one inherits its parent's. */
function tooltipOf(field: PDFField): string | null {
  let dictionary: PDFDict | undefined = field.acroField.dict
  while (dictionary) {
    const text = wordsAt(dictionary, 'TU').replace(/\s+/g, ' ').trim()
    if (text !== '') return text
    dictionary = dictionary.lookupMaybe(PDFName.of('Parent'), PDFDict)
  }
  return null
}

function wordsAt(dictionary: PDFDict, key: string): string {
  const words = dictionary.lookup(PDFName.of(key))
  return words instanceof PDFString || words instanceof PDFHexString ? words.decodeText() : ''
}

/** Finds the page of a widget by the pages' own lists, because a widget often does not say its page. */
function pagesOfWidgets(document: PDFDocument): (widget: PDFWidgetAnnotation) => number | null {
  const places = new Map<PDFDict, number>()
  document.getPages().forEach((page, index) => {
    for (const entry of page.node.Annots()?.asArray() ?? []) {
      const dictionary = entry instanceof PDFRef ? document.context.lookup(entry) : entry
      if (dictionary instanceof PDFDict) places.set(dictionary, index + 1)
    }
  })
  return widget => places.get(widget.dict) ?? null
}
