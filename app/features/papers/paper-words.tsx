import { createContext, useContext, type ReactNode } from 'react'
import type { PaperView } from './paper-view.server.ts'

const PaperContext = createContext<PaperView | null>(null)

/** Gives the blocks of a part access to the part's view. */
export const PaperProvider = PaperContext.Provider

export function usePaper(): PaperView {
  const paper = useContext(PaperContext)
  if (!paper) throw new Error('a block of papers stands outside of them')
  return paper
}

/** Language and direction of a text, as attributes of its element. */
export function useSpoken(language: PaperView['language']): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  const { rightToLeft } = usePaper()
  return { lang: language, dir: rightToLeft.includes(language) ? 'rtl' : 'ltr' }
}

/** A text, and beneath it the translation into the person's language. Text that a person typed may be in any script. */
export function Said({ text, translation }: { readonly text: string; readonly translation?: string | undefined }) {
  const { language } = usePaper()
  const spoken = useSpoken(language)
  return (
    <>
      <bdi>{text}</bdi>
      {translation === undefined ? null : (
        <span className="paper-translation" {...spoken}>
          {translation}
        </span>
      )}
    </>
  )
}

/** A remark in the language of the page, on a sheet that may be in another language. */
export function Remark({ children, className = 'soft' }: { readonly children: ReactNode; readonly className?: string }) {
  const spoken = useSpoken(usePaper().language)
  return (
    <span className={className} {...spoken}>
      {children}
    </span>
  )
}
