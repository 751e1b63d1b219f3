import { useEffect } from 'react'

/** On a page that hydrates: shows the page from its top when a form has put it in place of another one at the same address. */
export function useTopOfPage(): void {
  // Remix scrolls for new addresses only.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
}
