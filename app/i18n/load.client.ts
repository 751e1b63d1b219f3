import type { Resource, ResourceLanguage } from 'i18next'
import type { LanguageCode } from './languages.ts'
import { WEB_NAMESPACES } from './namespaces.ts'

const files = import.meta.glob<ResourceLanguage[string]>('/locales/*/{common,start,check,help,flow,terms,errors}.json', {
  import: 'default',
})

/** Fetches the sentences of one language that pages use, and of no other. */
export async function loadWebResources(language: LanguageCode): Promise<Resource> {
  const entries = await Promise.all(
    WEB_NAMESPACES.map(async namespace => [namespace, await files[`/locales/${language}/${namespace}.json`]?.()] as const),
  )
  return { [language]: Object.fromEntries(entries.filter(([, sentences]) => sentences !== undefined)) as ResourceLanguage }
}
