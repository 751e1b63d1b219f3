import { useEffect } from 'react'

const LINKS = '.case-link'

/** Whether the key is pressed in a field. */
const isWriting = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input, textarea, select')

/** Makes j and k move from case to case, and / go to the search. Enter and Tab keep their usual meaning. */
export function useListKeys(): void {
  // Only an effect can listen to the keys of the whole page: React hears only those of its own elements.
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
