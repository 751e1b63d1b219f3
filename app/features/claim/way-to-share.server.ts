import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { SHARE_CODE_MINUTES } from '#app/data/cases/index.server.ts'
import type { Services } from '#app/services.server.ts'
import { PATHS } from './visit.server.ts'

/** Parameter that marks an address as a step towards sharing. The code of a scanned picture stands after `#`, not in the parameter. */
const FOR = { name: 'for', value: 'share' } as const

/** Address of a page as a step towards sharing. */
export const onWayToShare = (path: string): string => `${path}?${FOR.name}=${FOR.value}`

/** Whether a request is a step towards sharing. It never is on a server without organizations. */
export const isOnWayToShare = ({ casework }: Pick<Services, 'casework'>, request: Request): boolean =>
  casework !== null && new URL(request.url).searchParams.get(FOR.name) === FOR.value

/** Address of the next page for a person who has just opened their claim. */
export const openedPath = (services: Services, request: Request): string => (isOnWayToShare(services, request) ? PATHS.share : PATHS.tasks)

/** The ready sentences for a person who opens their claim to share it, so that the browser needs no file of sentences. */
export interface OpenToShare {
  readonly title: string
  readonly paragraphs: readonly string[]
}

export function openToShare(services: Services, request: Request): OpenToShare | null {
  if (!isOnWayToShare(services, request)) return null
  const t = getTranslate(requestLanguage(request).code)
  return {
    title: t('sharing:opening.title'),
    paragraphs: [
      t('sharing:opening.text'),
      t('sharing:opening.typed'),
      t('sharing:opening.minutes', { count: SHARE_CODE_MINUTES }),
      t('sharing:opening.fresh', { link: t('flow:tasks.share') }),
    ],
  }
}
