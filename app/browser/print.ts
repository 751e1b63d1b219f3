import type { Piece } from './piece.ts'

/** Shows the button that prints in place of the words about the browser's menu. */
export const offerPrinting: Piece = place => {
  const menu = place.firstElementChild
  const row = place.lastElementChild
  row?.querySelector('button')?.addEventListener('click', () => window.print())
  menu?.setAttribute('hidden', '')
  row?.removeAttribute('hidden')
}
