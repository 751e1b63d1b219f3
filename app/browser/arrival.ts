import type { Piece } from './piece.ts'

/** Whether the person already is at a field; then the focus stays there. */
const wentOn = () => (document.activeElement ?? document.body) !== document.body

/** Gives the focus to a summary of mistakes, or to a result that the person asked for. */
export const takeFocus: Piece = element => {
  if (!wentOn()) element.focus()
}

/**
 * Gives the focus to the heading, if the person came from another page of the site: screen readers announce the title of a new page, and all our
 * titles are the same.
 */
export const focusHeading: Piece = heading => {
  const fromHere = document.referrer.startsWith(`${window.location.origin}/`)
  if (fromHere && !wentOn() && window.location.hash === '' && window.scrollY === 0) heading.focus({ preventScroll: true })
}

/** The control that a page names takes the focus: a button has added its entry. */
export const focusNamed: Piece = element => {
  if (!wentOn()) document.getElementById(element.dataset.focusOn ?? '')?.focus()
}
