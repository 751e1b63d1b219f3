import type { Piece } from './piece.ts'

/** The quick exit. The page goes blank at once, and the neutral site replaces it in the history. */
export const leaveAtOnce: Piece = link =>
  link.addEventListener('click', event => {
    event.preventDefault()
    document.body.hidden = true
    window.location.replace('/leave')
  })
