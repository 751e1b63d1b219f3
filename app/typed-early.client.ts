const VALUE = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')

/**
 * Keeps what is typed into text areas while React takes the page over: version 18 writes the text that the page came with into each of them
 * once more, and on a slow computer the person has typed more by then.
 * @returns what ends it, to be called once React has taken over
 */
export function keepTypedEarly(): () => void {
  const areas = [...document.querySelectorAll('textarea')]
  for (const area of areas) {
    // Only what scripts write comes this way, not what people type.
    Object.defineProperty(area, 'value', { configurable: true, get: () => VALUE?.get?.call(area) as string, set: () => undefined })
  }
  return () => areas.forEach(area => Reflect.deleteProperty(area, 'value'))
}
