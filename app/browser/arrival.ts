import type { Piece } from './piece.ts'

/** Whoever has gone on to a field stays there. */
const wentOn = () => (document.activeElement ?? document.body) !== document.body

/** What a person has asked for or has to know takes the focus: a summary of mistakes, a result. */
export const takeFocus: Piece = element => {
  if (!wentOn()) element.focus()
}

/**
 * The heading of a page that came from another one of ours. A browser reads a new page's title, and ours all say the same; a first page is
 * left alone.
 */
export const focusHeading: Piece = heading => {
  const fromHere = document.referrer.startsWith(`${window.location.origin}/`)
  if (fromHere && !wentOn() && window.location.hash === '' && window.scrollY === 0) heading.focus({ preventScroll: true })
}
