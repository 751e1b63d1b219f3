/** A source of input and what it does, tick by tick, as both protocols of W3C write it (WebDriver, and WebDriver BiDi). */
interface Input {
  readonly type: 'pointer' | 'key'
  readonly id: string
  readonly parameters?: { readonly pointerType: 'mouse' }
  readonly actions: readonly object[]
}

/** What a walk needs of a browser. How to press and to read is made of this (`walker.ts`), so that each browser does the same. */
export interface Browser {
  /** Name and version. */
  readonly name: string
  /** Where it puts files that the person gets. */
  readonly downloads: string
  /** Opens an address, as if it were typed; the page may come later. */
  open(address: string): Promise<void>
  back(): Promise<void>
  /** Evaluates an expression in the page; its value goes through JSON. */
  evaluate(expression: string): Promise<unknown>
  /** Real presses and keys. */
  perform(inputs: readonly Input[]): Promise<void>
  /** The window as PNG. */
  picture(): Promise<Buffer>
  close(): Promise<void>
}

/** A window as wide as a small phone. */
export const WINDOW = { width: 360, height: 740 } as const
