import { isRouteErrorResponse, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { findNotSaved } from '#app/components/not-saved.ts'
import type { Unsent } from '#app/features/claim/question/unsent-notice.tsx'

/** Why a form that our scripts sent was not saved, if its page may stay as it was written; `null` if the error has a page of its own. */
export function whyUnsent(error: unknown): Exclude<Unsent, 'unknown'> | null {
  if (error instanceof TypeError) return 'offline'
  if (isRouteErrorResponse(error) && error.status === 413) return 'tooMuch'
  // The page of a member who is signed out must not stay on the screen.
  return findNotSaved(error)?.notSaved === 'fault' ? 'not-saved' : null
}

/**
 * Whether Remix loads a page again. It does not after a form that was not saved: that form has changed nothing, and to load the pages
 * around it would only give time to lose what was written, or fail as the form did.
 * Such a form is known by its status, or, if no answer came, by `kind` in what its action returns.
 */
export const unlessUnsent = ({ actionResult, actionStatus = 200, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean =>
  actionStatus < 400 && (actionResult as { kind?: string } | undefined)?.kind === undefined && defaultShouldRevalidate
