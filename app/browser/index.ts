import { focusHeading, takeFocus } from './arrival.ts'
import { leaveAtOnce } from './exit.ts'
import { askAgainWhenKeptAlive } from './kept-alive.ts'
import type { Piece } from './piece.ts'
import { rememberPressed, sendPresses } from './press.ts'

/** What begins at the elements with an attribute, in this order. */
const PIECES: Readonly<Record<string, Piece>> = {
  'data-exit': leaveAtOnce,
  'data-press': sendPresses,
  'data-focus': takeFocus,
  'data-heading': focusHeading,
}

/** Does a piece of work; where it fails the browser tells of it, and everything else goes on. */
function guarded(work: () => void): void {
  try {
    work()
  } catch (error) {
    window.setTimeout(() => {
      throw error
    })
  }
}

function start(root: ParentNode): void {
  for (const attribute in PIECES)
    root.querySelectorAll<HTMLElement>(`[${attribute}]`).forEach(element => guarded(() => PIECES[attribute]?.(element, start)))
}

guarded(askAgainWhenKeptAlive)
guarded(rememberPressed)
start(document)
