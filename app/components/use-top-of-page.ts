import { useEffect } from 'react'

/** Shows a page from its top where a form has put it in place of another one at the same address. */
export function useTopOfPage(): void {
  // The place is the browser's, and Remix moves it for new addresses only.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
}
