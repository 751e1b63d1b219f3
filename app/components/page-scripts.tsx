import { createContext, useContext } from 'react'

/** What the scripts of one response need. Only the server reads it. */
export interface PageScripts {
  /** The nonce of the response, for every script in it. */
  readonly nonce?: string
  /** Address of the module of plain pages (`app/browser`). */
  readonly plainModule?: string | undefined
}

const PageScriptsContext = createContext<PageScripts>({})

export const PageScriptsProvider = PageScriptsContext.Provider

export const usePageScripts = () => useContext(PageScriptsContext)
