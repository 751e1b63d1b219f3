import { findUnsaved, saveBeforeLeaving } from './autosave.ts'
import { firstButton } from './form-texts.ts'
import { sayNotSaved } from './say.ts'

/** The link of ours that a press leads to in this window; `null` where it leads nowhere else. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.target !== '' || link.origin !== window.location.origin || link.hasAttribute('data-exit')) return null
  return link.pathname === window.location.pathname && link.hash !== '' ? null : link
}

async function leave(form: HTMLFormElement, link: HTMLAnchorElement): Promise<void> {
  const result = await saveBeforeLeaving(form)
  if (result?.saved || result?.kept) {
    delete form.dataset.unsaved
    window.location.assign(link.href)
    // What can neither be saved nor kept is sent, so that the page comes back with what to correct.
  } else if (result?.open) firstButton(form)?.click()
  else sayNotSaved(form, 'unanswered')
}

/**
 * Saves what was typed before a link or Back leads away. A link waits for it: where no answer comes, the page stays and says so. The exit
 * waits for nothing.
 */
export function saveBeforeLeavingByLink(): void {
  document.addEventListener('click', event => {
    const link = linkOf(event)
    const form = link && findUnsaved()
    if (!link || !form) return
    event.preventDefault()
    void leave(form, link)
  })
  window.addEventListener('pagehide', () => {
    const form = document.body.hidden ? undefined : findUnsaved()
    if (form) void saveBeforeLeaving(form)
  })
}
