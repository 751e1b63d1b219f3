import { useRef } from 'react'

/**
 * What the page shows: what was loaded, or what the form came back with since. Remix forgets the latter when only
 * the place in the page changes (a press on a link of the error summary), and what was written must not go with it.
 */
export function useHeldView<View>(loaded: View, returned: View | undefined): View {
  const held = useRef({ loaded, view: loaded })
  if (returned !== undefined) held.current = { loaded, view: returned }
  else if (held.current.loaded !== loaded) held.current = { loaded, view: loaded }
  return held.current.view
}
