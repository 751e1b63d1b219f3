import { saveWhileTyping } from './autosave.ts'
import { focusHeading, focusNamed, takeFocus } from './arrival.ts'
import { leaveAtOnce } from './exit.ts'
import { sendScannedCode, takeFragmentAlong } from './fragment.ts'
import { watchIdleEnd } from './idle-end.ts'
import { askAgainWhenKeptAlive } from './kept-alive.ts'
import { saveBeforeLeavingByLink } from './leaving.ts'
import { untickNone } from './none-choice.ts'
import type { Piece } from './piece.ts'
import { sendPresses } from './press.ts'
import { rememberPressed } from './pressed-button.ts'
import { offerPrinting } from './print.ts'
import { reachBeforeSending } from './reach.ts'

/** The piece that starts at each element with an attribute. They start in this order. */
const PIECES: Readonly<Record<string, Piece>> = {
  'data-exit': leaveAtOnce,
  'data-autosave': saveWhileTyping,
  'data-none': untickNone,
  'data-press': sendPresses,
  'data-reach': reachBeforeSending,
  'data-takes-fragment': takeFragmentAlong,
  'data-scanned-code': sendScannedCode,
  'data-print': offerPrinting,
  'data-idle-end': watchIdleEnd,
  'data-focus': takeFocus,
  'data-focus-on': focusNamed,
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
guarded(saveBeforeLeavingByLink)
start(document)
