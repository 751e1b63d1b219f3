import type { Piece } from './piece.ts'

/** The quick exit: the page goes blank at once, and the neutral site takes its place in the history. */
export const leaveAtOnce: Piece = link =>
  link.addEventListener('click', event => {
    event.preventDefault()
    document.body.hidden = true
    window.location.replace('/leave')
  })
