import { readBase } from './features/claim/form/form-base.server.ts'

/** What pages send along to find out later what was changed. */
const BOOKKEEPING = /^(?:.+__)?(?:intent|seen|base|asked)$/
/** What a button, a box or an entry is called inside, which nobody typed. */
const CODE = /^[a-z]*$|^[a-z]+(?:-[a-z]+)+$|^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}$/

/** Whether a field holds a secret, which is typed again and never goes back. */
export const isSecret = (name: string): boolean => /password/i.test(name)

/** The texts among the fields of a form that somebody wrote and that did not stand there before. */
export function copiedWords(fields: readonly (readonly [name: string, value: string])[]): string[] {
  const before = new Set(
    fields.filter(([name]) => /^(?:.+__)?base$/.test(name)).flatMap(([, base]) => Object.values(readBase(base)).flat()),
  )
  return fields
    .filter(([name, value]) => !BOOKKEEPING.test(name) && !CODE.test(value.trim()) && !before.has(value))
    .map(([, value]) => value)
}
