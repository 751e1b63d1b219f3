/** Beginnings of the addresses whose pages React takes over in the browser (decision 0024). */
const HYDRATED = /^\/(?:claim|official-form|training|work)(?:\/|$)/

/**
 * Whether React takes over the page of a path. All other pages are plain: no router leads to them, so a link from a page that hydrates is an
 * `a` that loads a whole page.
 */
export const hydrates = (pathname: string): boolean => HYDRATED.test(pathname)
