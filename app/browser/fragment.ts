import type { Piece } from './piece.ts'

/** What stands after "#" in the address of the page goes along with a link, as it does with the answers to forms. */
export const takeFragmentAlong: Piece = element => {
  ;(element as HTMLAnchorElement).hash = window.location.hash
}

/** A scanned code stands after "#", which browsers send nowhere. This sends it in the form and takes it out of the address. */
export const sendScannedCode: Piece = form => {
  const code = window.location.hash.slice(1)
  const field = form.querySelector<HTMLInputElement>('input[name="code"]')
  if (code === '' || !field) return
  window.history.replaceState(window.history.state, '', window.location.pathname)
  field.value = code
  form.querySelector('button')?.click()
}
