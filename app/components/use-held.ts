import { useRef } from 'react'

/**
 * What a form came back with since the page was loaded. Remix forgets it when the form is sent again, and when Back only takes the
 * place in the page away, and what was written must not go with it.
 */
export function useHeld<Returned>(loaded: unknown, returned: Returned | undefined): Returned | undefined {
  const held = useRef({ loaded, returned })
  if (returned !== undefined) held.current = { loaded, returned }
  else if (held.current.loaded !== loaded) held.current = { loaded, returned: undefined }
  return held.current.returned
}
