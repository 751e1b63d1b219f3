import { isRouteErrorResponse } from '@remix-run/react'
import { findNotSaved } from '#app/components/not-saved.ts'
import type { Unsent } from './unsent-notice.tsx'

/** Why a form that our scripts sent was not taken, where its page may stay as it is with all that was written; `null` for what has a page of its own. */
export function whyUnsent(error: unknown): Exclude<Unsent, 'unknown'> | null {
  if (error instanceof TypeError) return 'offline'
  if (isRouteErrorResponse(error) && error.status === 413) return 'tooMuch'
  // Nobody reads on in a page that a member who is signed out had open.
  return findNotSaved(error)?.notSaved === 'fault' ? 'not-saved' : null
}
