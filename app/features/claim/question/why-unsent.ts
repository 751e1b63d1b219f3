import { isRouteErrorResponse, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { findNotSaved } from '#app/components/not-saved.ts'
import type { Unsent } from './unsent-notice.tsx'

/** Why a form that our scripts sent was not taken, where its page may stay as it is with all that was written; `null` for what has a page of its own. */
export function whyUnsent(error: unknown): Exclude<Unsent, 'unknown'> | null {
  if (error instanceof TypeError) return 'offline'
  if (isRouteErrorResponse(error) && error.status === 413) return 'tooMuch'
  // Nobody reads on in a page that a member who is signed out had open.
  return findNotSaved(error)?.notSaved === 'fault' ? 'not-saved' : null
}

/**
 * Whether a page is asked for again: not after a form that was not taken. It has changed nothing, and to ask for the pages around it would
 * only give time to lose what was written, or fail as the form did.
 * It says so by its status, or, where no answer came, by `kind` in what its action returns.
 */
export const unlessUnsent = ({ actionResult, actionStatus = 200, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean =>
  actionStatus < 400 && (actionResult as { kind?: string } | undefined)?.kind === undefined && defaultShouldRevalidate
