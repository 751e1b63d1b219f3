/** Starts all pieces in a new part of the page. */
export type Start = (root: ParentNode) => void

/** Adds behavior to one element. Every page also works without it. */
export type Piece = (element: HTMLElement, start: Start) => void
