/**
 * Without a network a press would put the browser's own page about it in place of everything that was typed. This holds the press, and says so in
 * the form's notice, wherever nothing else has taken the press: while the module has yet to arrive, and where it fails.
 *
 * It stands in the page, because a file could be late. Browsers that know no modules read it too, so it has no variables of its own: those cannot
 * be lowered to what such browsers know.
 */
document.addEventListener('submit', event => {
  if (navigator.onLine === false && !event.defaultPrevented)
    hold(event, (event.target as Element).querySelector<HTMLElement>('[data-unanswered]'))
})

function hold(press: Event, notice: HTMLElement | null): void {
  if (!notice) return
  press.preventDefault()
  notice.textContent = notice.getAttribute('data-unanswered')
  notice.hidden = false
  notice.focus()
}
