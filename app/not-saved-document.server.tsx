import { bareDocument } from './bare-document.server.tsx'
import { NotSavedPage } from './components/not-saved-page.tsx'
import { statusOf, type NotSaved } from './components/not-saved.ts'

/** The page that gives back a form that could not be saved, if the form's address has no page of its own because it makes a file. */
export const notSavedDocument = (request: Request, styles: readonly string[], kept: NotSaved): Response =>
  new Response(bareDocument(request, styles, <NotSavedPage kept={kept} />), {
    status: statusOf(kept),
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
