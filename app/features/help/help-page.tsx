import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { CenterCard } from './center.tsx'
import type { CenterView, HelpView } from './help-view.server.ts'
import { Lines } from './lines.tsx'

const NO_COUNTY = [{ fieldId: 'county', message: 'help:centers.unknown' }] as const

/**
 * People to talk to: help lines first, then the county's center. A form sends the county in its body, so that
 * no address and no history contains it.
 * @param back address of the page that the person came from, if it is one to come back to
 * @param center `undefined` before a county was sent, `null` if none was chosen
 */
export function HelpPage({
  view,
  back,
  center,
}: {
  readonly view: HelpView
  readonly back: string | undefined
  readonly center: CenterView | null | undefined
}) {
  const { t } = useTranslation()
  const error = center === null ? t('help:centers.unknown') : undefined
  const [first, ...more] = view.groups
  return (
    <Page title={t('help:page.title')} back={back}>
      <ErrorSummary errors={center === null ? NO_COUNTY.map(each => ({ ...each, message: t(each.message) })) : []} />
      <p className="lede">{t('help:page.lede')}</p>
      <p className="notice">{t('help:page.list')}</p>
      {first ? (
        <section className="flow">
          <h2>{t(first.title)}</h2>
          <Lines lines={first.lines} />
        </section>
      ) : null}
      <section className="flow">
        <h2>{t('help:centers.title')}</h2>
        <p>{t('help:centers.text')}</p>
        <PressForm className="flow">
          <SelectField
            name="county"
            label={t('help:centers.label')}
            blank={t('help:centers.choose')}
            error={error}
            options={view.counties.map(county => ({ value: county, label: county }))}
            defaultValue={center?.county ?? ''}
            autoComplete="off"
          />
          <button className="button" type="submit">
            {t('help:centers.show')}
          </button>
        </PressForm>
        {center ? <CenterCard center={center} /> : null}
      </section>
      {more.map(({ title, lines }) => (
        <section className="flow" key={title}>
          <h2>{t(title)}</h2>
          <Lines lines={lines} />
        </section>
      ))}
    </Page>
  )
}
