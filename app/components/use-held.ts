import { useRef } from 'react'

/**
 * On a page that hydrates: what a form came back with since the page was loaded. Remix forgets that when the form is sent again, or when
 * Back changes only the part of the address after "#". What was typed must not go with it.
 */
export function useHeld<Returned>(loaded: unknown, returned: Returned | undefined): Returned | undefined {
  const held = useRef({ loaded, returned })
  if (returned !== undefined) held.current = { loaded, returned }
  else if (held.current.loaded !== loaded) held.current = { loaded, returned: undefined }
  return held.current.returned
}
