import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * On a page that hydrates: something that only the browser knows and that does not change while the page stands. While the server draws the
 * page, and while React takes it over, it is `onServer`.
 */
export const useInBrowser = <Known>(read: () => Known, onServer: Known): Known => useSyncExternalStore(never, read, () => onServer)
