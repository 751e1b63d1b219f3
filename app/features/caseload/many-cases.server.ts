import { zipSync } from 'fflate'
import { granted } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { renderCase } from '#app/features/casefile/case-packet.server.ts'
import { caseVisit } from '#app/features/casefile/open-case.server.ts'
import { fileResponse } from '#app/features/claim/file-response.server.ts'
import { packCase } from '#app/features/records/case-file.server.ts'
import { PARTS } from '#app/packet/sheet.ts'
import { lockFile } from '#app/security/case-file-lock.server.ts'
import { STAFF_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { CASES_PATH, requireList } from './list.server.ts'
import { manyProblems, chosenCases, type ManyIntent } from './chosen-cases.server.ts'

/** Puts the papers or case files of the chosen cases into one file. A form that must be corrected is sent on to the list as it is (307). */
export async function makeMany(context: StaffContext, request: Request, intent: ManyIntent): Promise<Response> {
  const staff = await requireList(context, request)
  const { casework, actor } = staff
  const form = await readSentForm(request, STAFF_FORM)
  const { problems, refused } = await manyProblems(staff, form, intent)
  if (problems.length > 0 || refused.length > 0) return backToList()
  const password = intent === 'files' ? form.text('password') : ''
  const entries: Record<string, Uint8Array> = {}
  for (const number of chosenCases(form)) {
    if (intent === 'papers') {
      const open = caseVisit(context, request, { staff, number, found: granted(await casework.cases.find(actor, number)) })
      for (const part of PARTS) {
        const { name, pdf } = await renderCase(context.services, open, part, { options: {} })
        entries[name] = pdf
      }
    } else {
      const file = packCase(granted(await casework.caseFiles.take(actor, number, false)), { withOwnWords: false })
      // Each file has its own lock, so that each can be imported again alone.
      const locked = password === '' ? null : await lockFile(file, password)
      if (password !== '' && !locked) return backToList()
      entries[`papers-3-${number}.${locked ? 'locked' : 'zip'}`] = locked ?? file
    }
  }
  // The entries are compressed already.
  return fileResponse(zipSync(entries, { level: 0 }), 'papers.zip', 'application/zip')
}

const backToList = () => new Response(null, { status: 307, headers: { Location: CASES_PATH } })
