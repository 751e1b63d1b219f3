import { createContext, useContext } from 'react'

const NonceContext = createContext<string | undefined>(undefined)

/** Hands the response's nonce down to the scripts that Remix writes; the browser never needs it again. */
export const NonceProvider = NonceContext.Provider

/** The nonce of this response on the server, `undefined` in the browser. */
export const useNonce = () => useContext(NonceContext)
