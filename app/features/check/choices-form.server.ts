import { z } from 'zod'
import { NONE } from './form-values.ts'
import type { PageForm } from './page-form.server.ts'

/** One of several, by radio buttons. */
export function oneOfForm(name: string): PageForm<Readonly<Record<string, string | undefined>>> {
  return {
    fields: z.object({ [name]: z.string().optional() }),
    toAnswer(fields, refuse) {
      const chosen = fields[name]
      if (chosen === undefined) refuse(name, 'errors:answerOrSkip')
      return { [name]: chosen }
    },
    fieldOf: () => name,
    fill: answer => ({ [name]: answer[name] as string }),
  }
}

/** Any of several, by check boxes. A box for "none" makes an empty list, which is an answer; no box at all is none. */
export function anyOfForm(name: string): PageForm<Readonly<Record<string, readonly string[] | undefined>>> {
  return {
    fields: z.object({ [name]: z.array(z.string()).optional() }),
    toAnswer(fields, refuse) {
      const chosen = [...new Set(fields[name])]
      if (chosen.includes(NONE) && chosen.length > 1) refuse(name, 'check:errors.noneAndMore')
      if (chosen.length === 0) return {}
      return { [name]: chosen.filter(each => each !== NONE) }
    },
    fieldOf: () => name,
    fill(answer) {
      const chosen = answer[name] as readonly string[]
      return { [name]: chosen.length === 0 ? [NONE] : chosen }
    },
  }
}
