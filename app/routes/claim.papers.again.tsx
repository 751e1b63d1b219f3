import { data } from '@remix-run/node'
import { PapersAgainPage } from '#app/features/claim/packet/papers-again-page.tsx'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { mayStayOpen: true }

/** Answers 410, so that a program that saves files takes this page for no file. */
export const loader = () => data(null, { status: 410 })

export default PapersAgainPage
