/** Starts all pieces in a part of the page that has just come. */
export type Start = (root: ParentNode) => void

/** Brings one element of a page to life. The page is whole without it. */
export type Piece = (element: HTMLElement, start: Start) => void
