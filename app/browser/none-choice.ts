import type { Piece } from './piece.ts'

/** Of some check boxes, "none of these" is no longer ticked once another one is. The server reads them in the same way. */
export const untickNone: Piece = options =>
  options.addEventListener('change', event => {
    const none = options.querySelector<HTMLInputElement>(`[value="${options.dataset.none ?? ''}"]`)
    const changed = event.target
    if (none && changed instanceof HTMLInputElement && changed !== none && changed.checked) none.checked = false
  })
