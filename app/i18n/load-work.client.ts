import type { ResourceLanguage } from 'i18next'
import type { LanguageCode } from './languages.ts'
import { STAFF_NAMESPACES } from './namespaces.ts'

const files = import.meta.glob<ResourceLanguage[string]>('/locales/*/{work,caseload,casefile,filing,review,sharing,records,due}.json', {
  import: 'default',
})

/** Fetches the sentences of staff pages in one language, by namespace. They have their own files, because only staff pages load them. */
export async function loadWorkSentences(language: LanguageCode): Promise<ResourceLanguage> {
  const entries = await Promise.all(
    STAFF_NAMESPACES.map(async namespace => [namespace, await files[`/locales/${language}/${namespace}.json`]?.()] as const),
  )
  return Object.fromEntries(entries.filter(([, sentences]) => sentences !== undefined)) as ResourceLanguage
}
