import type { LanguageCode } from '#app/i18n/languages.ts'
import { CENTERS, type Center, type CenterPhone } from '#machines/law/centers.ts'
import { CENTER_FALLBACK_IDS, getHotline, HOTLINES } from '#machines/law/contacts.ts'
import { lineView, type LineView } from './line-view.server.ts'

/** Lines for people who were trafficked, which stand first on every list. */
const FIRST_IDS: readonly string[] = ['national-ht-hotline', 'cast']
/** Lines for questions about a claim. */
const CLAIM_IDS: readonly string[] = ['calvcb', 'victims-line', 'safe-at-home']

/** The data of the help page, without its sentences. */
export interface HelpView {
  readonly groups: readonly { readonly title: string; readonly lines: readonly LineView[] }[]
  readonly counties: readonly string[]
}

export function helpView(language: LanguageCode): HelpView {
  const views = (ids: readonly string[]) => ids.map(id => lineView(getHotline(id), language))
  const others = HOTLINES.map(({ id }) => id).filter(id => !FIRST_IDS.includes(id) && !CLAIM_IDS.includes(id))
  return {
    groups: [
      { title: 'help:page.linesTitle', lines: views(FIRST_IDS) },
      { title: 'help:page.claimTitle', lines: views(CLAIM_IDS) },
      { title: 'help:page.moreTitle', lines: views(others) },
    ],
    counties: CENTERS.map(({ county }) => county),
  }
}

/** The center of one county, or the lines that can name it if its number is not known. */
export interface CenterView {
  readonly county: string
  readonly name: string | null
  readonly phone: string | null
  readonly phonePlace: string | null
  readonly otherPhones: readonly CenterPhone[]
  readonly address: string | null
  readonly website: string | null
  readonly mayHaveChanged: boolean
  /** Lines to call instead; empty if the center's own number is known. */
  readonly fallback: readonly LineView[]
}

/** The center of a county; `null` if the value is not a county of California. */
export function findCenter(county: unknown, language: LanguageCode): CenterView | null {
  const center = CENTERS.find(each => each.county === county)
  return center ? centerView(center, language) : null
}

function centerView({ confidence, source: _source, ...center }: Center, language: LanguageCode): CenterView {
  return {
    ...center,
    mayHaveChanged: confidence === 'secondary',
    fallback: center.phone === null ? CENTER_FALLBACK_IDS.map(id => lineView(getHotline(id), language)) : [],
  }
}
