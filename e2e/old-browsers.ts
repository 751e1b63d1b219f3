/** What old browsers and the views of other apps do not have, and what takes it away before a page begins. */
export const TAKEN_AWAY: Readonly<Record<string, () => void>> = {
  'a storage that is null': () => {
    for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { value: null })
  },
  'a storage that throws': () => {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  },
  'no at': () => {
    for (const { prototype } of [Array, String, Int8Array]) Reflect.deleteProperty(prototype, 'at')
  },
  'no submitter, requestSubmit and structuredClone': () => {
    Reflect.deleteProperty(SubmitEvent.prototype, 'submitter')
    Reflect.deleteProperty(HTMLFormElement.prototype, 'requestSubmit')
    Reflect.deleteProperty(window, 'structuredClone')
  },
}

/** What a script of ours cannot do without. The browser tells of it, and the forms go their own way. */
export const BROKEN: Readonly<Record<string, () => void>> = {
  'a fetch that throws': () => {
    window.fetch = () => {
      throw new Error('no fetch')
    }
  },
  'no FormData': () => {
    Reflect.deleteProperty(window, 'FormData')
  },
}
