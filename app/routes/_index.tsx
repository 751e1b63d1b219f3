import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { LanguageButtons, STAYS } from '#app/components/language-buttons.tsx'
import { Page } from '#app/components/page.tsx'
import { formatMoney } from '#app/i18n/format.ts'
import { OFFERED_LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { incomeLossLimits } from '#machines/law/income-loss.ts'

/** The benefit's figures, from the law rows in force today, and the languages that the page is not in. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const limits = incomeLossLimits(context.services.today())
  const { code } = requestLanguage(request)
  return {
    benefit: { perYear: formatMoney(limits.capCentsPerYear, code), years: limits.mostYears },
    others: OFFERED_LANGUAGES.filter(language => language.code !== code),
  }
}

export default function Start() {
  const { t } = useTranslation()
  const { benefit, others } = useLoaderData<typeof loader>()
  return (
    <Page title={t('start:home.title')} above={<Languages languages={others} />}>
      <p className="lede">{t('start:home.lede')}</p>
      <p className="button-row">
        <a className="button" href="/safety">
          {t('start:home.begin')}
        </a>
        <a className="button button-quiet" href="/help">
          {t('start:home.call')}
        </a>
      </p>
      <p className="notice">{t('start:home.safety')}</p>
      <h2>{t('start:home.what')}</h2>
      <p>{t('start:home.amount', benefit)}</p>
      <ul className="list">
        <li>{t('start:home.police')}</li>
        <li>{t('start:home.immigration')}</li>
      </ul>
      <h2>{t('start:home.how')}</h2>
      <ol className="list-steps">
        <li>{t('start:home.step1')}</li>
        <li>{t('start:home.step2')}</li>
        <li>{t('start:home.step3')}</li>
      </ol>
      <p>
        <a href="/claim">{t('flow:start.link')}</a>
      </p>
      <p className="soft">{t('start:home.helpers')}</p>
    </Page>
  )
}

/** The other languages, each by its own name: who does not read this page looks for that alone. */
function Languages({ languages }: { readonly languages: readonly Language[] }) {
  const { t } = useTranslation()
  return (
    <form className="language-row" method="post" action="/language" aria-label={t('common:layout.language')}>
      <input type="hidden" name={STAYS} value="" />
      <LanguageButtons languages={languages} className="language-choice" />
    </form>
  )
}
