/** Addresses of pages that React takes over in the browser (decision 0024). */
const HYDRATED = /^\/work(?:\/|$)/

/**
 * Whether React takes over the page at a path. All other pages are plain. Our router does not open them, so a link to one is a plain `a`.
 */
export const hydrates = (pathname: string): boolean => HYDRATED.test(pathname)
