import { createContext, useContext } from 'react'
import type { Sentences } from '#app/i18n/translator.ts'

const SentencesContext = createContext<Sentences | null>(null)

/** Gives a page its sentences. */
export const SentencesProvider = SentencesContext.Provider

/** The sentences of the page that a component stands in. */
export function useTranslation(): Sentences {
  const sentences = useContext(SentencesContext)
  if (sentences === null) throw new Error('a component stands outside of a page with sentences')
  return sentences
}
