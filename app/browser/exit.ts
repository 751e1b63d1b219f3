import type { Piece } from './piece.ts'

/** The quick exit. The page goes blank at once, and the neutral site replaces it in the history. */
export function leave(press: { preventDefault: () => void }): void {
  press.preventDefault()
  document.body.hidden = true
  window.location.replace('/leave')
}

export const leaveAtOnce: Piece = link => link.addEventListener('click', leave)
