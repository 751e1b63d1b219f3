import type { JSHandle, Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

interface File {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** How a person works the controls of a page. */
export interface Hands {
  /** Presses a link or a button. */
  press(control: Locator): Promise<void>
  type(control: Locator, text: string): Promise<void>
  /** Marks a box or one of several choices. */
  tick(control: Locator): Promise<void>
  /** Chooses from a list that opens. */
  choose(control: Locator, value: string): Promise<void>
  attach(control: Locator, file: File): Promise<void>
  /** Sends the form in which the person is. */
  send(button: Locator): Promise<void>
  leave(exit: Locator): Promise<void>
}

export const FINGER: Hands = {
  press: control => control.click(),
  type: (control, text) => control.fill(text),
  tick: control => control.check(),
  choose: async (control, value) => void (await control.selectOption(value)),
  attach: (control, file) => control.setInputFiles(file),
  send: button => button.click(),
  leave: exit => exit.click(),
}

/** The keys alone, as for a person who uses no pointer. Each stop on the way to a control must be seen and stand in the order of the page. */
export const KEYS: Hands = {
  press: async control => {
    await reach(control)
    await keysOf(control).press('Enter')
  },
  type: async (control, text) => {
    await reach(control)
    await keysOf(control).press('Control+A')
    await keysOf(control).type(text)
  },
  tick: async control => {
    await reach(control)
    // The arrows go from choice to choice of one group.
    for (let step = 0; step < 40 && !(await hasFocus(control)); step += 1) await keysOf(control).press('ArrowDown')
    if (!(await control.isChecked())) await keysOf(control).press('Space')
    await expect(control).toBeChecked()
  },
  choose: async (control, value) => {
    await reach(control)
    await keysOf(control).press('Home')
    for (let step = 0; step < 40 && (await control.inputValue()) !== value; step += 1) await keysOf(control).press('ArrowDown')
    await expect(control).toHaveValue(value)
  },
  attach: async (control, file) => {
    // Before the way there, since the browser must have been told by the time of the press that its dialog is answered here.
    const chooser = control.page().waitForEvent('filechooser')
    await reach(control)
    await keysOf(control).press('Enter')
    await (await chooser).setFiles(file)
  },
  send: async button => {
    const inLine = await button.page().evaluate(() => document.activeElement?.matches('input[type=text]') === true)
    if (!inLine) await reach(button)
    await keysOf(button).press(inLine ? 'Enter' : 'Space')
  },
  leave: async exit => {
    for (let time = 0; time < 3; time += 1) await keysOf(exit).press('Shift')
  },
}

const keysOf = (control: Locator) => control.page().keyboard
const hasFocus = (control: Locator) => control.evaluate(element => element === document.activeElement)

/** Where the control is, seen from the focus. All choices of one group are one stop. */
const wayTo = (control: Locator) =>
  control.evaluate(element => {
    const at = document.activeElement
    const isOfGroup = (one: Element | null): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'radio'
    if (at === element || (isOfGroup(element) && isOfGroup(at) && at.name === element.name)) return 'here'
    return at && element.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING ? 'back' : 'on'
  })

/** Goes to a control with Tab, or back to it with Shift and Tab. */
async function reach(control: Locator): Promise<void> {
  await control.waitFor()
  const page = control.page()
  for (let step = 0; step < 150; step += 1) {
    const way = await wayTo(control)
    if (way === 'here') return
    const before = await page.evaluateHandle(() => document.activeElement)
    await page.keyboard.press(way === 'back' ? 'Shift+Tab' : 'Tab')
    expect(await stopAfter(page, before, way)).toEqual([])
    await before.dispose()
  }
  throw new Error(`no key leads to ${String(control)}`)
}

/** What is wrong with the place of the focus: it cannot be seen, is behind the header, or leaves the order of the page. */
function stopAfter(page: Page, before: JSHandle<Element | null>, way: 'back' | 'on') {
  return page.evaluate(
    ([from, direction]) => {
      const at = document.activeElement
      if (!at || at === document.body) return []
      const name = at.outerHTML.slice(0, 120)
      const faults: string[] = []
      // The whole row of a choice shows the focus.
      const shown = [at, at.closest('.option')].some(element => {
        if (!element) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      })
      if (!shown) faults.push(`no outline: ${name}`)
      const { top, bottom } = at.getBoundingClientRect()
      const header = document.querySelector('.site-header')
      const covered = header?.contains(at) || at.matches('.skip-link') ? 0 : (header?.getBoundingClientRect().bottom ?? 0)
      if (bottom <= covered || top >= window.innerHeight) faults.push(`out of sight: ${name}`)
      const order = from instanceof Element && from !== document.body ? from.compareDocumentPosition(at) : 0
      const wanted = direction === 'back' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
      if (order && !(order & wanted)) faults.push(`out of order: ${name}`)
      return faults
    },
    [before, way] as const,
  )
}
