import { PDFDropdown, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { claimantPath, fullName } from '#app/packet/signers.ts'
import { addAddendum, type Note } from './addendum-pages.server.ts'
import { fillValues, type FieldValue } from './fill-values.ts'
import { flatten } from './flatten.server.ts'
import type { FormFacts } from './form-field.ts'
import { openForm } from './open-form.server.ts'
import { parseMap } from './form-map.ts'
import { labelOf } from './proposal/nearby.ts'
import { listFields, readOfficialForm, type ListedField } from './read-official-form.server.ts'
import { optionFor, setText, setTicks, settleForm } from './set-value.server.ts'
import { drawableText } from './text/clean.server.ts'
import { FontBook } from './text/font-book.server.ts'
import { stampEveryPage } from './watermark.server.ts'

/** What filling in a form needs. It is plain data, so that it can be sent to a worker. */
export interface FormOrder {
  /** The blank form. */
  readonly form: Uint8Array
  /** Its map, as parsed JSON that is not checked yet. */
  readonly map: unknown
  readonly claim: ClaimFile
  readonly today: Day
  /** Whether the fields stay, so that a person can still change them. */
  readonly editable?: boolean
  /** Whether the claim is invented. If so, every page says it. */
  readonly training?: boolean
}

export interface FilledForm {
  readonly pdf: Uint8Array
  /** Codes (`U+4E2D`) of characters that no font has; the form shows the code in their place. */
  readonly missingGlyphs: readonly string[]
  /** Names of the fields whose whole text is on the addendum. */
  readonly onAddendum: readonly string[]
}

/**
 * Fills in a form in any script. This program shapes and draws the letters itself, at the largest size that fits. A text that
 * does not fit goes to an addendum. The same order gives the same bytes.
 * @throws FormError when the form or the map cannot be used
 */
export async function fillForm({ form, map, claim, today, editable = false, training = false }: FormOrder): Promise<FilledForm> {
  const t = getTranslate('en')
  const facts = await readOfficialForm(form)
  const values = fillValues(parseMap(map, facts), facts, claim, t)
  const document = await openForm(form)
  const fonts = new FontBook(document.context, claim.language ?? 'en')
  const missing = new Set<string>()
  const drawable = (text: string) => drawableText(text, missing)
  const fields = new Map(listFields(document).map(listed => [listed.facts.name, listed]))
  const notes = new Map<string, Note>()
  for (const value of values) {
    const listed = fields.get(value.field)
    if (!listed) continue
    const number = notes.size + 1
    const left = setValue(document, fonts, listed, value, drawable, pointersTo(number))
    if (left !== null) notes.set(value.field, { heading: drawable(headingOf(number, listed, facts)), text: left })
  }
  settleForm(document)
  if (notes.size > 0) {
    const name = drawable(fullName(claim[claimantPath(claim)]))
    addAddendum(
      document,
      fonts,
      t('form:paper.title'),
      [t('form:paper.intro'), ...(name ? [t('form:paper.of', { name })] : [])],
      [...notes.values()],
    )
  }
  if (!editable) flatten(document)
  if (training) stampEveryPage(document, fonts, t('training:watermark'))
  await fonts.finish()
  describe(document, t('packet:fileTitle'), today)
  // The appearances of the fields are drawn already, so the library must not replace them.
  const pdf = await document.save({ updateFieldAppearances: false })
  return { pdf, missingGlyphs: [...missing].sort(), onAddendum: [...notes.keys()] }

  function pointersTo(number: number): string[] {
    return ['seeNote', 'see', 'seeShort'].map(key => t(`form:paper.${key}`, { number }))
  }

  function headingOf(number: number, { facts: field }: ListedField, { pages }: FormFacts): string {
    const box = field.boxes[0]
    const label = field.tooltip ?? ((box && labelOf(box, { ...facts, pages }, false)) || field.name)
    return box?.page ? t('form:paper.note', { number, label, page: box.page }) : t('form:paper.noteOnly', { number, label })
  }
}

/** Fills in one field. Returns the whole text when the field cannot hold it, else `null`. */
function setValue(
  document: PDFDocument,
  fonts: FontBook,
  listed: ListedField,
  value: FieldValue,
  drawable: (text: string) => string,
  pointers: readonly string[],
): string | null {
  if ('options' in value) {
    if (listed.facts.kind !== 'choice') setTicks(document, listed.field, value.options)
    else for (const option of value.options.slice(0, 1)) setText(document, fonts, listed, option, pointers)
    return null
  }
  const whole = drawable(value.text)
  if (listed.facts.kind === 'choice') {
    const option = optionFor(listed.facts, value.text)
    const isFree = listed.field instanceof PDFDropdown && listed.field.isEditable()
    if (option === null && !isFree) return whole
    return setText(document, fonts, listed, option ?? whole, pointers)?.whole ? null : whole
  }
  return setText(document, fonts, listed, whole, pointers)?.whole === false ? whole : null
}

/** Sets what the file says about itself. It says nothing that gives away what the file is, and no time of day. */
function describe(document: PDFDocument, title: string, today: Day): void {
  const { context } = document
  const info = context.obj({})
  for (const key of ['Author', 'Creator', 'Producer', 'Subject', 'Keywords']) info.set(PDFName.of(key), PDFHexString.fromText(''))
  context.trailerInfo.Info = context.register(info)
  document.setTitle(title)
  const day = new Date(`${today}T12:00:00Z`)
  document.setCreationDate(day)
  document.setModificationDate(day)
}
