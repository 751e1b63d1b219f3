import { createContext, useContext } from 'react'

/** The scripts of plain pages, which `npm run build` makes from `app/browser`. */
export interface PlainScripts {
  /** Address of the module. */
  readonly module: string
  /** Text of the script that stands in each page and works before the module arrives. */
  readonly early: string
}

/** What the scripts of one response need. Only the server reads it. */
export interface PageScripts {
  /** The nonce of the response, for every script in it. */
  readonly nonce?: string
  /** The scripts of plain pages; absent where they are not built. */
  readonly plain?: PlainScripts | undefined
}

const PageScriptsContext = createContext<PageScripts>({})

export const PageScriptsProvider = PageScriptsContext.Provider

export const usePageScripts = () => useContext(PageScriptsContext)

/** The scripts of a plain page (`app/browser`), for its head. */
export function PlainPageScripts() {
  const { nonce, plain } = usePageScripts()
  if (!plain) return null
  return (
    <>
      {/* eslint-disable-next-line no-restricted-syntax -- the build has made it from our own source, and nobody's words are in it */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: plain.early }} />
      <script type="module" src={plain.module} nonce={nonce} />
    </>
  )
}
