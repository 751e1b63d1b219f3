import { useEffect } from 'react'

const LINKS = '.case-link'

/** Whether keys belong to a field just now. */
const isWriting = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input, textarea, select')

/** Lets j and k go from case to case, and / to the search; Enter opens, as it does on every link. Tab works as everywhere. */
export function useListKeys(): void {
  // Keys of the whole page are the browser's: React hears only those of its own elements.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (event.key === '/') {
        event.preventDefault()
        document.getElementById('search')?.focus()
      }
      if (event.key !== 'j' && event.key !== 'k') return
      const links = [...document.querySelectorAll<HTMLElement>(LINKS)]
      const at = links.indexOf(document.activeElement as HTMLElement)
      links[event.key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
