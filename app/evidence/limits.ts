const MEGABYTE = 1024 * 1024

/** Most that one attached file may weigh, as it comes, in megabytes; the page says so. */
export const MOST_MEGABYTES = 20
/** The same in bytes. */
export const MOST_FILE_BYTES = MOST_MEGABYTES * MEGABYTE
/** Most pages of one file. */
export const MOST_PAGES = 100
/** Most papers of one claim. */
export const MOST_PAPERS = 20
/** Most pages of all papers of one claim: what still fits an envelope and a rendering. */
export const MOST_PAGES_TOGETHER = 300
/** Most that all papers of one claim may weigh when they are kept, in bytes. */
export const MOST_BYTES_TOGETHER = 60 * MEGABYTE
/** Most pixels of a picture as it comes: above what phones take, below what fills the memory when it is opened. */
export const MOST_PIXELS = 120_000_000
/** Longest side of a picture as it is kept, in pixels: a sheet of 11 inches at 300 dots an inch. */
export const LONGEST_SIDE = 3_300
/** Longest own title of a paper, in characters. */
export const LONGEST_TITLE = 120

/** How long one file may be worked on, in milliseconds. */
export const MOST_MILLISECONDS = 60_000
/** How much memory the process of one file may take, in bytes. */
export const MOST_MEMORY_BYTES = 1_536 * MEGABYTE
