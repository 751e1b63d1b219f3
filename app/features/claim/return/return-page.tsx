import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import type { NotOpened } from './return-to-claim.server.ts'
import type { StorageTerms } from '../storage.server.ts'
import type { OpenToShare } from '../way-to-share.server.ts'

const SENTENCES: Readonly<Record<NotOpened['problem'], string>> = {
  empty: 'flow:return.empty',
  wrong: 'flow:return.wrong',
  'slow-down': 'flow:return.slowDown',
}

/** Opens a claim by its phrase. After a session that ended by itself, it says kindly what happened. */
export function ReturnPage({
  ended,
  open,
  terms,
  share,
  refused,
}: {
  /** The sentence about a claim whose session has ended by itself; `null` if none has. */
  readonly ended: string | null
  readonly open: boolean
  readonly terms: StorageTerms
  /** The sentences for a person who came to share their claim; `null` for all others. */
  readonly share: OpenToShare | null
  readonly refused: NotOpened | undefined
}) {
  const { t } = useTranslation()
  const error = refused && t(SENTENCES[refused.problem], { count: Math.max(refused.minutes, 1) })
  return (
    <Page title={t('flow:return.title')} back="/claim">
      {ended ? (
        <section className="notice flow-tight" role="status">
          <h2>{t('flow:return.endedTitle')}</h2>
          <p>{t('flow:return.endedText', { count: terms.minutes })}</p>
          <p>{ended}</p>
        </section>
      ) : null}
      {share ? (
        <section className="notice flow-tight">
          <h2>{share.title}</h2>
          {share.paragraphs.map(words => (
            <p key={words}>{words}</p>
          ))}
        </section>
      ) : null}
      {open ? (
        <p className="notice">
          {t('flow:return.open')} <a href="/claim/tasks">{t('flow:start.goOn')}</a>
        </p>
      ) : null}
      <ErrorSummary errors={error ? [{ fieldId: 'phrase', message: error }] : []} />
      <PressForm keepsFragment={share !== null} className="flow" noValidate autoComplete="off">
        <TextArea
          name="phrase"
          label={t('flow:return.label')}
          hint={t('flow:return.hint')}
          error={error}
          rows={3}
          defaultValue={refused?.typed ?? ''}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1_000}
        />
        <p>
          <button className="button" type="submit">
            {t('flow:return.go')}
          </button>
        </p>
      </PressForm>
      <p className="soft">{t('flow:return.lost')}</p>
      <p>
        <a href="/claim">{t('flow:return.new')}</a>
      </p>
    </Page>
  )
}
