import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOpenCase } from '#app/features/casefile/open-case.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { sectionPath } from '#app/features/filing/section-view.server.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { SECTIONS } from '#machines/answers/sections.ts'

/** Leads to the first section with an open page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { number, found, answers } = await requireOpenCase(context, request, params.number)
  const waits = claimProgress(found.answers, answers.today).find(({ applies, state }) => applies && state !== 'complete')
  return seeOther(sectionPath(number, waits?.id ?? SECTIONS[0]))
}
