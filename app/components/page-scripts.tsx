import { createContext, useContext } from 'react'

/** What the server tells the pages of one response about their scripts; a page that React has taken over needs none of it again. */
export interface PageScripts {
  /** The nonce of the response, for every script in it. */
  readonly nonce?: string
  /** Address of the module of plain pages (`app/browser`). */
  readonly plainModule?: string | undefined
}

const PageScriptsContext = createContext<PageScripts>({})

export const PageScriptsProvider = PageScriptsContext.Provider

export const usePageScripts = () => useContext(PageScriptsContext)
