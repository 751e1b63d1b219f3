import { watchPaper } from './features/claim/evidence/evidence-form.server.ts'
import { readBase } from './forms/form-base.server.ts'
import { SECTION_FORM } from './security/forms/form-bounds.ts'
import { isPlainForm, readFormData } from './security/forms/read-form-data.server.ts'

export type Fields = readonly (readonly [name: string, value: string])[]

/** Names of the fields that pages add to find out later what was changed. */
const BOOKKEEPING = /^(?:.+__)?(?:intent|seen|base|shown|asked)$/
/** Values of buttons, boxes and entries, which no person typed. */
const CODE = /^[a-z]*$|^[a-z]+(?:-[a-z]+)+$|^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}$/

/** Whether a field holds a secret, which is never given back and must be typed again. */
const isSecret = (name: string): boolean => /password/i.test(name)

/** The texts that a person wrote into the form, without those that were there before. */
export function copiedWords(fields: Fields): string[] {
  const before = new Set(
    fields.filter(([name]) => /^(?:.+__)?base$/.test(name)).flatMap(([, base]) => Object.values(readBase(base)).flat()),
  )
  return fields
    .filter(([name, value]) => !BOOKKEEPING.test(name) && !CODE.test(value.trim()) && !before.has(value))
    .map(([, value]) => value)
}

/** A request that the caller reads instead of this one, and a function that reads its fields, without files, once more. */
export function watchForm(request: Request): { readonly request: Request; readonly fields: () => Promise<Fields | null> } {
  if (!isPlainForm(request)) {
    const paper = watchPaper(request)
    return { request: paper.request, fields: paper.words }
  }
  const copy = request.clone()
  return { request, fields: () => fieldsOf(copy) }
}

async function fieldsOf(copy: Request): Promise<Fields | null> {
  const form = await readFormData(copy, SECTION_FORM).catch(() => null)
  return form && [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
}

/**
 * The fields without secrets.
 * @param sentAgainAsTheyAre whether the fields are sent again without a page on which a person could type a secret again
 * @returns null if the form could not be sent again as it was
 */
export function withoutSecrets(fields: Fields | null, sentAgainAsTheyAre: boolean): Fields | null {
  if (!fields || (sentAgainAsTheyAre && fields.some(([name, value]) => isSecret(name) && value !== ''))) return null
  return fields.filter(([name]) => !isSecret(name))
}
