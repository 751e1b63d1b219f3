function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
  const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!place) return
  event.preventDefault()
  place.scrollIntoView()
  place.focus({ preventScroll: true })
  if (document.activeElement === place) return
  // As with a new address, the next press of Tab goes on from there.
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}

/**
 * Follows links to a place in the page (a mistake's field, the page's main part) without a new address. For Remix a new address is a new
 * page, even if only the part after "#" is new: Remix would forget what a form has just come back with, and what was typed into it. Call this
 * before React takes the page over, because people press links before that too.
 */
export const followPlacesInPage = () => document.addEventListener('click', follow)
