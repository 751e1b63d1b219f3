import { casePath, caseTarget, granted, readCase, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { LONGEST_NOTE } from '#app/data/cases/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { button, press } from '#app/forms/press.server.ts'
import { words } from '#app/forms/sent-fields.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import { STAFF_FORM } from '#app/security/forms/form-bounds.ts'
import { may } from '#machines/casework/permissions.ts'

export interface NotesView {
  readonly number: number
  readonly notes: readonly {
    readonly id: string
    readonly text: string
    /** Name of the member who wrote the note; `null` if they have left the organization. */
    readonly by: string | null
    readonly on: string
    /** Whether the signed-in member wrote the note, and may still write notes in this case. */
    readonly mayChange: boolean
    /** Fingerprint of the text that the note's form was made from. */
    readonly seen: string
  }[]
  readonly mayWrite: boolean
  readonly mayDelete: boolean
  readonly done: boolean
}

/** A note that was not saved, with everything that the member wrote. */
export interface NotesRefused {
  readonly id: string
  readonly text: string
  readonly problems: readonly FormProblem[]
  /** The saved text, if the note was changed elsewhere in the meantime; otherwise `null`. */
  readonly current: string | null
  readonly seen: string | null
}

export async function notesView(context: StaffContext, request: Request, address: string | undefined): Promise<NotesView> {
  const {
    staff: { actor },
    number,
    found,
  } = await readCase(context, request, address, ({ casePages }, actor, number) => casePages.notes(actor, number))
  const { notes, names } = found
  const target = caseTarget(actor, found)
  const mayWrite = may(actor, 'write:note', target)
  const { code } = requestLanguage(request)
  return {
    number,
    notes: notes.map(({ id, text, memberId, createdAt }) => ({
      id,
      text,
      by: names.get(memberId) ?? null,
      on: formatDate(dayInLosAngeles(createdAt), code),
      mayChange: mayWrite && memberId === actor.memberId,
      seen: fingerprint(text),
    })),
    mayWrite,
    mayDelete: may(actor, 'delete:note', target),
    done: new URL(request.url).searchParams.has('done'),
  }
}

/** Writes, changes or deletes a note. Redirects to the page, or returns what has to be corrected. */
export async function changeNotes(context: StaffContext, request: Request, address: string | undefined): Promise<Response | NotesRefused> {
  const {
    casework: { cases, notes },
    actor,
  } = await requireStaffVisit(context, request)
  const number = requireCaseNumber(address)
  const form = await readSentForm(request, STAFF_FORM)
  const id = form.text('id')
  const field = `text${id}`
  const text = form.text(field)
  const done = seeOther(`${casePath(number, 'notes')}?done=1`)
  const ask = async () => granted(await cases.peek(actor, number))
  const writes = (run: () => Promise<Response | NotesRefused>) =>
    button(form, { [field]: words(LONGEST_NOTE, 'casefile:notes.errors.text') }, run, async problems => {
      await ask()
      return { id, text, problems, current: null, seen: null }
    })
  return press<Response | NotesRefused>(
    form.intent,
    {
      add: writes(async () => {
        granted(await notes.add(actor, number, text))
        return done
      }),
      change: writes(async () => {
        const changed = granted(await notes.change(actor, number, id, text, current => fingerprint(current) === form.text('seen')))
        if (changed.ok) return done
        if (changed.reason !== 'conflict') throw new Response(null, { status: changed.reason === 'gone' ? 404 : 403 })
        const problems = [{ field, key: 'casefile:notes.errors.conflict' }]
        return { id, text, problems, current: changed.current, seen: fingerprint(changed.current) }
      }),
      remove: async () => {
        granted(await notes.remove(actor, number, id))
        return done
      },
    },
    ask,
  )
}
