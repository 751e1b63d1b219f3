import { focusHeading, takeFocus } from './arrival.ts'
import { leaveAtOnce } from './exit.ts'
import { askAgainWhenKeptAlive } from './kept-alive.ts'
import type { Piece } from './piece.ts'
import { rememberPressed, sendPresses } from './press.ts'

/** The piece that starts at each element with an attribute. They start in this order. */
const PIECES: Readonly<Record<string, Piece>> = {
  'data-exit': leaveAtOnce,
  'data-press': sendPresses,
  'data-focus': takeFocus,
  'data-heading': focusHeading,
}

/** Runs a piece. An error of it goes to the console, and all other pieces still run. */
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
