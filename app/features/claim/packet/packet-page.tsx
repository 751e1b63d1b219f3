import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { UnansweredNotice } from '#app/components/unanswered-notice.tsx'
import { MissingList } from '../review/missing-list.tsx'
import { NoWordsNotice } from '../return/no-words-notice.tsx'
import { PapersLink } from '../papers-link.tsx'
import { ComingLine } from './coming-line.tsx'
import { PacketOptions } from './packet-options.tsx'
import type { PacketPageView } from './packet-page.server.ts'

interface PacketPageProps extends PacketPageView {
  /** Number of attached papers. */
  readonly papers: number
  /** Whether the official form can be filled in here. */
  readonly officialForm: boolean
}

/** What is missing from the claim, then the files: papers to mail, papers to keep, and the official form if there is one. Choices are folded away until somebody wants one, and what keeps a person safe with papers stands after them. */
export function PacketPage({ missing, options, calvcb, noWords, papers, officialForm }: PacketPageProps) {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:packet.title')} back="/claim/tasks">
      <ErrorSummary errors={options.errors} />
      <p className="lede">{t('flow:packet.lede')}</p>
      <NoWordsNotice noWords={noWords} />
      <MissingList items={missing} />
      {missing.length > 0 ? <p>{t('flow:packet.anyway')}</p> : null}
      <p className="notice notice-care">{t('flow:packet.safeFile')}</p>
      {/* One form for all buttons, which the browser itself sends, so that it saves or shows the answer. */}
      <form className="flow" method="post" noValidate data-reach>
        <UnansweredNotice words={t('flow:packet.offline')} />
        <PacketOptions view={options} />
        <PartCard part="mail" text={officialForm ? t('flow:packet.formHere') : t('flow:packet.formWhere', calvcb)} />
        <PartCard part="keep" />
        {officialForm ? <OfficialForm /> : null}
      </form>
      <section className="flow-tight">
        <h2>{t('flow:packet.safeTitle')}</h2>
        <ul className="list">
          <li>{t('flow:packet.safeName')}</li>
          <li>{t('flow:packet.safePrinter')}</li>
          <li>{t('flow:packet.safeKeep')}</li>
          <li>{t('flow:packet.safeSheet')}</li>
        </ul>
      </section>
      <p className="page-links">
        <span>
          <PapersLink count={papers} />
        </span>
        <a href="/claim/review">{t('flow:packet.review')}</a>
      </p>
    </Page>
  )
}

function PartCard({ part, text }: { readonly part: 'mail' | 'keep'; readonly text?: string }) {
  const { t } = useTranslation()
  return (
    <section className="card flow-tight">
      <h2>{t(`flow:packet.${part}Title`)}</h2>
      <p>{t(`flow:packet.${part}Text`)}</p>
      {text ? <p>{text}</p> : null}
      <div className="button-row">
        <button className="button" type="submit" formAction={`/claim/papers/${part}`} aria-describedby={`${part}-coming`}>
          {t(`flow:packet.${part}Get`)}
        </button>
        <button className="button button-quiet" type="submit" formAction={`/claim/papers/read/${part}`}>
          {t(`flow:packet.${part}Read`)}
        </button>
      </div>
      <ComingLine id={`${part}-coming`} />
    </section>
  )
}

function OfficialForm() {
  const { t } = useTranslation()
  return (
    <section className="card flow-tight">
      <h2>{t('flow:packet.officialTitle')}</h2>
      <p>{t('flow:packet.officialText')}</p>
      <button className="button" type="submit" formAction="/claim/papers/official" aria-describedby="official-coming">
        {t('flow:packet.officialGet')}
      </button>
      <ComingLine id="official-coming" />
    </section>
  )
}
