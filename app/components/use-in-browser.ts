import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * What only the browser knows and what does not change while the page stands: while the server draws the page, and while React takes it over,
 * it is what the server says.
 */
export const useInBrowser = <Known>(read: () => Known, onServer: Known): Known => useSyncExternalStore(never, read, () => onServer)
