import { watchPaper } from './features/claim/evidence/evidence-form.server.ts'
import { readBase } from './forms/form-base.server.ts'
import { SECTION_FORM } from './security/forms/form-bounds.ts'
import { isPlainForm, readForm } from './security/forms/read-form.server.ts'

export type Fields = readonly (readonly [name: string, value: string])[]

/** What pages send along to find out later what was changed. */
const BOOKKEEPING = /^(?:.+__)?(?:intent|seen|base|asked)$/
/** What a button, a box or an entry is called inside, which nobody typed. */
const CODE = /^[a-z]*$|^[a-z]+(?:-[a-z]+)+$|^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}$/

/** Whether a field holds a secret, which is typed again and never goes back. */
const isSecret = (name: string): boolean => /password/i.test(name)

/** The texts among the fields of a form that somebody wrote and that did not stand there before. */
export function copiedWords(fields: Fields): string[] {
  const before = new Set(
    fields.filter(([name]) => /^(?:.+__)?base$/.test(name)).flatMap(([, base]) => Object.values(readBase(base)).flat()),
  )
  return fields
    .filter(([name, value]) => !BOOKKEEPING.test(name) && !CODE.test(value.trim()) && !before.has(value))
    .map(([, value]) => value)
}

/** The request that somebody is to read in place of this one, and the fields that were sent with it, without files. */
export function watchForm(request: Request): { readonly request: Request; readonly fields: () => Promise<Fields | null> } {
  if (!isPlainForm(request)) {
    const paper = watchPaper(request)
    return { request: paper.request, fields: paper.words }
  }
  const copy = request.clone()
  return { request, fields: () => fieldsOf(copy) }
}

async function fieldsOf(copy: Request): Promise<Fields | null> {
  const form = await readForm(copy, SECTION_FORM).catch(() => null)
  return form && [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
}

/**
 * Fields without what is secret.
 * @param sentAgainAsTheyAre no page comes between on which a secret could be typed again
 * @returns null where something else than before would be sent
 */
export function withoutSecrets(fields: Fields | null, sentAgainAsTheyAre: boolean): Fields | null {
  if (!fields || (sentAgainAsTheyAre && fields.some(([name, value]) => isSecret(name) && value !== ''))) return null
  return fields.filter(([name]) => !isSecret(name))
}
