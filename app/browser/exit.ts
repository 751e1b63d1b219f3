import type { Piece } from './piece.ts'

/** Presses of the Shift key that leave. */
const PRESSES = 3
/** Longest pause between two of them. */
const PAUSE_MS = 2_000

/** The quick exit. The page goes blank at once, and the neutral site replaces it in the history. */
export function leave(press?: { preventDefault: () => void }): void {
  press?.preventDefault()
  document.body.hidden = true
  window.location.replace('/leave')
}

/** What is read of a key that goes down or up. */
export type KeyPress = Pick<KeyboardEvent, 'type' | 'key' | 'repeat' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'timeStamp'>

/**
 * Tells the exit by key: the Shift key, pressed three times in a row and nothing else. Shift does nothing by itself in pages, browsers and screen
 * readers. Escape would stop the neutral site from loading, if somebody pressed it once more. Shift that is held for a capital letter, or pressed
 * with another key, does not count.
 * @returns a function that is told of each key event, and says whether to leave now
 */
export function createExitKey(): (event: KeyPress) => boolean {
  let presses = 0
  let last = 0
  let alone = false
  return event => {
    if (event.type === 'keydown') {
      alone = event.key === 'Shift' && !(event.repeat || event.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      if (!alone) presses = 0
      return false
    }
    if (event.key !== 'Shift' || !alone) return false
    alone = false
    presses = event.timeStamp - last > PAUSE_MS ? 1 : presses + 1
    last = event.timeStamp
    return presses === PRESSES
  }
}

/** Leaves by the link or by the key. */
export const leaveAtOnce: Piece = link => {
  link.addEventListener('click', leave)
  const isExit = createExitKey()
  const hear = (event: KeyboardEvent) => {
    if (isExit(event)) leave()
  }
  document.addEventListener('keydown', hear, true)
  document.addEventListener('keyup', hear, true)
}
