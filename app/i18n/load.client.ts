import type { Resource, ResourceLanguage } from 'i18next'
import type { LanguageCode } from './languages.ts'
import { WEB_NAMESPACES } from './namespaces.ts'

const files = import.meta.glob<ResourceLanguage[string]>(
  '/locales/*/{common,check,flow,terms,errors,work,caseload,casefile,filing,review,sharing,records,due}.json',
  { import: 'default' },
)

/** Fetches the sentences that pages that hydrate use, in one language. */
export async function loadWebResources(language: LanguageCode): Promise<Resource> {
  const entries = await Promise.all(
    WEB_NAMESPACES.map(async namespace => [namespace, await files[`/locales/${language}/${namespace}.json`]?.()] as const),
  )
  return { [language]: Object.fromEntries(entries.filter(([, sentences]) => sentences !== undefined)) as ResourceLanguage }
}
