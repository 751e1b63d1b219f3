import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { SHARE_CODE_MINUTES } from '#app/data/cases/index.server.ts'
import type { Services } from '#app/services.server.ts'
import { PATHS } from './visit.server.ts'

/** Says in an address that its page is on the way to sharing. The code of a scanned picture stands after `#` and is no part of it. */
const FOR = { name: 'for', value: 'share' } as const

/** A page on the way to sharing. */
export const onWayToShare = (path: string): string => `${path}?${FOR.name}=${FOR.value}`

/** Whether a request is on the way to sharing; never where there are no groups to share with. */
export const isOnWayToShare = ({ casework }: Pick<Services, 'casework'>, request: Request): boolean =>
  casework !== null && new URL(request.url).searchParams.get(FOR.name) === FOR.value

/** Where somebody goes on who has just opened their claim. */
export const openedPath = (services: Services, request: Request): string => (isOnWayToShare(services, request) ? PATHS.share : PATHS.tasks)

/** What the page that opens a claim says to somebody who came to share it: ready sentences, so that the browser needs no file of them. */
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
