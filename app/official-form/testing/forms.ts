import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts, type PDFField } from '@cantoo/pdf-lib'
import type { ClaimFile } from '#machines/answers/claim-file.ts'

/** Forms for tests. They are made here, so that each holds exactly what its test is about. All names in them are invented. */

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
const at = (x: number, y: number, width: number, height: number): Place => ({ x, y, width, height })
const bare = (place: Place) => ({ ...place, borderWidth: 0 })

function explain(field: PDFField, words: string): void {
  field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(words))
}

/** A form of two pages with fields of every kind. Some are named by a tooltip, some by a field name, some only by the print beside them. */
export async function makeForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const form = document.getForm()
  const first = document.addPage([612, 792])
  const second = document.addPage([612, 792])
  const print = (page: typeof first, words: string, x: number, y: number) => page.drawText(words, { x, y, size: 9, font })
  const text = (page: typeof first, name: string, place: Place, tooltip?: string) => {
    const field = form.createTextField(name)
    field.addToPage(page, { ...bare(place), font })
    if (tooltip) explain(field, tooltip)
    return field
  }
  print(first, 'SECTION 1. APPLICANT INFORMATION', 50, 740)
  text(first, 'a1', at(120, 700, 180, 18), 'Last name of the applicant')
  text(first, 'Applicant_FirstName', at(380, 700, 180, 18))
  print(first, 'Date of birth', 50, 672)
  text(first, 'Text7', at(120, 668, 120, 16))
  print(first, 'Telephone', 300, 672)
  text(first, 'Text8', at(380, 668, 180, 16))
  text(first, 'zip', at(380, 640, 90, 16), 'Mailing address ZIP code').setMaxLength(5)
  form.getTextField('zip').enableCombing()
  text(first, 'narrow', at(120, 640, 40, 12), 'Mailing address city')
  const state = form.createDropdown('state')
  state.addOptions(['AZ', 'CA', 'NV'])
  state.addToPage(first, { ...bare(at(180, 640, 40, 14)), font })
  explain(state, 'Mailing address: state')

  print(first, 'SECTION 2. VICTIM INFORMATION', 50, 600)
  text(first, 'b1', at(120, 570, 300, 18), 'Full name')
  const emergency = form.createRadioGroup('emergency')
  explain(emergency, 'Do you ask for an emergency award?')
  print(first, 'Yes', 136, 542)
  emergency.addOptionToPage('1', first, bare(at(120, 540, 12, 12)))
  print(first, 'No', 196, 542)
  emergency.addOptionToPage('2', first, bare(at(180, 540, 12, 12)))
  const loss = form.createCheckBox('c1')
  loss.addToPage(first, bare(at(120, 510, 12, 12)))
  print(first, 'Relocation', 136, 512)
  const story = text(first, 'story', at(120, 400, 400, 60), 'Describe what happened')
  story.enableMultiline()

  print(second, 'FOR OFFICE USE ONLY', 50, 720)
  text(second, 'office', at(50, 690, 200, 18), 'Office use only')
  text(second, 'applicant_signature', at(50, 600, 200, 18))
  text(second, 'when', at(300, 600, 100, 18), 'Date signed')
  print(second, 'Signature and date', 50, 560)
  text(second, 'Date2', at(150, 556, 100, 18))
  addSignatureField(document)
  return document.save({ updateFieldAppearances: true })
}

function addSignatureField(document: PDFDocument): void {
  const { context } = document
  const page = document.getPage(1)
  const widget = context.register(
    context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of('sign'), Rect: [300, 650, 500, 680], F: 4, P: page.ref }),
  )
  page.node.addAnnot(widget)
  document.getForm().acroForm.addField(widget)
}

/** A PDF without any field. */
export async function makePlainPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage([612, 792])
  return document.save()
}

/** The empty shell of a form whose fields are only in XFA. */
export async function makeXfaShell(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage([612, 792])
  const xfa = document.context.register(document.context.flateStream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>'))
  document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [], XFA: xfa }))
  return document.save()
}

/** The form of {@link makeForm}, locked with a password. */
export async function makeLockedForm(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await makeForm())
  document.encrypt({ userPassword: 'x', ownerPassword: 'y' })
  return document.save({ updateFieldAppearances: false })
}

/** An invented person whose name is written in another script. */
export function personNamed(firstName: string, lastName: string, more: Partial<ClaimFile> = {}): ClaimFile {
  return {
    filer: 'victim',
    language: 'en',
    victim: {
      firstName,
      lastName,
      birthDate: '1994-05-17',
      phone: '(916) 555-0100',
      preferredLanguage: 'Spanish',
      mailingAddress: { street: 'P.O. Box 0', city: 'Example', state: 'CA', zip: '00000' },
    },
    crime: { circumstances: 'A short story.' },
    emergency: { requested: true },
    otherLosses: [{ kind: 'relocation' }],
    ...more,
  }
}
