import { getVisit } from '#app/features/check/visit.server.ts'
import { findVisit } from '#app/features/claim/visit.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Services } from '#app/services.server.ts'
import { checkPanel } from './check-panel.server.ts'
import { claimPanel } from './claim-panel.server.ts'
import type { PanelView } from './panel-view.server.ts'
import { TRAINING_PATH } from './practice.server.ts'

/** The band and the panel that training adds to every page. */
export interface TrainingFrame {
  /** Name of the band for screen readers. */
  readonly name: string
  readonly watermark: string
  readonly people: string
  readonly peoplePath: string
  readonly panel: PanelView | null
}

/** The band and the panel for the page of a request; `null` on a server for claims. */
export async function trainingFrame(services: Services, request: Request): Promise<TrainingFrame | null> {
  if (!services.training) return null
  const { code } = requestLanguage(request)
  const t = getTranslate(code)
  return {
    name: t('training:band.name'),
    watermark: t('training:watermark'),
    people: t('training:band.people'),
    peoplePath: TRAINING_PATH,
    panel: await panelOf(services, request),
  }
}

async function panelOf(services: Services, request: Request): Promise<PanelView | null> {
  const { pathname } = new URL(request.url)
  if (/^\/check(\/|$)/.test(pathname)) return checkPanel(getVisit(services, request), requestLanguage(request).code, pathname)
  if (!/^\/claim(\/|$)/.test(pathname)) return null
  const visit = await findVisit(services, request)
  return visit && claimPanel(visit, pathname)
}
