import { isRouteErrorResponse } from '@remix-run/react'

/** A form that was sent and could not be saved, as it goes back to its sender. */
export interface NotSaved {
  /** A fault of ours, or the member is not signed in any more. */
  readonly notSaved: 'fault' | 'signed-out'
  /** Address that the form was sent to. */
  readonly address: string
  /** Every field as it was sent, to send it again; none if the form must not be sent again. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Ready sentences, so that the browser needs no file of them. */
  readonly says: Readonly<Record<'title' | 'text' | 'words' | 'button', string>> & {
    /** Set if a file was sent along: it does not come back. */
    readonly file: string | null
    /** Set if the member is not signed in any more: the way back to the page. */
    readonly back: string | null
  }
  /** What the person typed, one text each, to read and to copy. */
  readonly words: readonly string[]
  /** The same page made anew, if it can be made without the database. */
  readonly page: unknown
}

/** The form that a page's error brings back; `null` for any other error. */
export function findNotSaved(error: unknown): NotSaved | null {
  if (!isRouteErrorResponse(error)) return null
  const data = error.data as Partial<NotSaved> | null
  return typeof data === 'object' && data?.notSaved ? (data as NotSaved) : null
}

/** Status of the answer that gives a form back. */
export const statusOf = ({ notSaved }: NotSaved): number => (notSaved === 'fault' ? 503 : 403)
