import type { CitationId } from './citations.ts'

/** A mailing address, one line each, as it goes on an envelope. */
export interface PostalAddress {
  readonly lines: readonly string[]
  readonly citation: CitationId
}

/** A telephone number, e-mail address or office as it was read. */
export interface Contact {
  readonly value: string
  readonly citation: CitationId
}

/** Where CalVCB takes mail, calls and questions. Applications are mailed, never e-mailed; no fax number was found. */
export const CALVCB = {
  applicationMail: { lines: ['CalVCB', 'P.O. Box 3036', 'Sacramento, CA 95812-3036'], citation: 'calvcb-how-to-apply' },
  appealsMail: { lines: ['CalVCB', 'Attn: Appeals Unit', 'P.O. Box 350', 'Sacramento, CA 95812-0350'], citation: 'calvcb-appeals' },
  repaymentMail: { lines: ['CalVCB', 'Accounting', 'P.O. Box 1348', 'Sacramento, CA 95812-1348'], citation: 'calvcb-repayment' },
  phone: { value: '800-777-9229', citation: 'calvcb-how-to-apply' },
  /** For questions only. */
  email: { value: 'info@victims.ca.gov', citation: 'calvcb-how-to-apply' },
  advocatesEmail: { value: 'infoadvocate@victims.ca.gov', citation: 'calvcb-for-advocates' },
  lienEmail: { value: 'liens@victims.ca.gov', citation: 'calvcb-repayment' },
  lienPhone: { value: '916-491-3766', citation: 'calvcb-repayment' },
  site: { value: 'https://victims.ca.gov', citation: 'calvcb-faq' },
} as const satisfies Record<string, Contact | PostalAddress>

/** One help line. `phone` is for calling, `text` for messages; `null` where it has none. */
export interface Hotline {
  readonly id: string
  /** Its own name, which is not translated. */
  readonly name: string
  readonly phone: string | null
  /** A number to write to; `keyword` is what to write, where it asks for one. */
  readonly text: string | null
  readonly keyword: string | null
  readonly keywordEs: string | null
  readonly tty: string | null
  /** Open day and night. */
  readonly always: boolean
  readonly citation: CitationId
}

const line = (id: string, name: string, citation: CitationId, more: Partial<Hotline>): Hotline => ({
  phone: null,
  text: null,
  keyword: null,
  keywordEs: null,
  tty: null,
  always: false,
  ...more,
  id,
  name,
  citation,
})

/** Help lines, the ones for trafficking first. Outside Los Angeles County CAST sends callers to the national line. */
export const HOTLINES: readonly Hotline[] = [
  line('national-ht-hotline', 'National Human Trafficking Hotline', 'hotline-national', {
    phone: '1-888-373-7888',
    text: '233733',
    tty: '711',
    always: true,
  }),
  line('cast', 'CAST 24-hour hotline (Los Angeles County)', 'hotline-cast', { phone: '1-888-539-2373', always: true }),
  line('988', '988 Suicide & Crisis Lifeline', 'hotline-lists', { phone: '988', text: '988', always: true }),
  line('crisis-text', 'Crisis Text Line', 'hotline-lists', { text: '741741', keyword: 'HOME', keywordEs: 'HOLA', always: true }),
  line('ndvh', 'National Domestic Violence Hotline', 'hotline-lists', { phone: '1-800-799-7233', text: '88788', keyword: 'START' }),
  line('rainn', 'RAINN sexual assault hotline', 'hotline-lists', { phone: '1-800-656-4673' }),
  line('calvcb', 'CalVCB customer service', 'calvcb-how-to-apply', { phone: '1-800-777-9229' }),
  line('victims-line', '1-800-VICTIMS', '1800victims', { phone: '1-800-842-8467' }),
  line('safe-at-home', 'Safe at Home', 'safe-at-home', { phone: '1-877-322-5227' }),
  line('211', '211', '211-lines', { phone: '211' }),
]

/** Lines to show where no number of a county's center was read. */
export const CENTER_FALLBACK_IDS: readonly string[] = ['calvcb', 'victims-line']

/**
 * A help line by its id.
 * @throws Error where no line has this id, which is a fault of the program
 */
export function getHotline(id: string): Hotline {
  const found = HOTLINES.find(hotline => hotline.id === id)
  if (!found) throw new Error(`no help line ${id}`)
  return found
}
