const MEGABYTE = 1024 * 1024

/** The largest upload of one file, in megabytes. The page says this number. */
export const MOST_MEGABYTES = 20
/** {@link MOST_MEGABYTES} in bytes. */
export const MOST_FILE_BYTES = MOST_MEGABYTES * MEGABYTE
/** The most pages of one file. */
export const MOST_PAGES = 100
/** The most papers of one claim. */
export const MOST_PAPERS = 20
/** The most pages of all papers of one claim together. This many still fit an envelope and a rendering. */
export const MOST_PAGES_TOGETHER = 300
/** The most bytes that all papers of one claim together may take when they are kept. */
export const MOST_BYTES_TOGETHER = 60 * MEGABYTE
/** The most pixels of an uploaded picture: more than phones take, and few enough that opening it does not fill the memory. */
export const MOST_PIXELS = 120_000_000
/** The longest side of a kept picture, in pixels: a sheet of 11 inches at 300 dots an inch. */
export const LONGEST_SIDE = 3_300
/** The longest title that a person can give a paper, in characters. */
export const LONGEST_TITLE = 120

/** The longest time for cleaning one file, in milliseconds. */
export const MOST_MILLISECONDS = 60_000
/** The most memory that the process of one file may use, in bytes. */
export const MOST_MEMORY_BYTES = 1_536 * MEGABYTE
