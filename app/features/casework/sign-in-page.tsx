import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import type { NotSignedIn, SignInView } from './sign-in.server.ts'

const SENTENCES: Readonly<Record<NotSignedIn['problem'], string>> = {
  empty: 'work:signIn.empty',
  wrong: 'work:signIn.wrong',
  passkey: 'work:signIn.passkeyFailed',
  'slow-down': 'work:signIn.slowDown',
}

/** The two ways to sign in. A refusal does not say which field was wrong, and passwords and codes are never sent back. */
export function SignInPage({ view: { ended, name }, refused }: { readonly view: SignInView; readonly refused: NotSignedIn | undefined }) {
  const { t } = useTranslation()
  const error = refused && t(SENTENCES[refused.problem], { count: Math.max(refused.minutes, 1) })
  return (
    <Page title={t('work:signIn.title')}>
      <StatusNotice text={ended ? t('work:signIn.ended') : null} />
      {name === null ? null : (
        <p className="notice">
          {t('work:signIn.already', { name })} <Link to="/work">{t('work:signIn.goOn')}</Link>
        </p>
      )}
      <ErrorSummary errors={error ? [{ fieldId: refused.problem === 'passkey' ? 'passkey' : 'login', message: error }] : []} kept={false} />
      <p>
        {t('work:signIn.lede')} <a href="/">{t('work:signIn.forYou')}</a>
      </p>
      <section className="flow">
        <h2>{t('work:signIn.passkeyTitle')}</h2>
        <p>{t('work:signIn.passkeyText')}</p>
        <Form method="post">
          <PasskeyButton ask="sign-in" label={t('work:signIn.passkey')} needs={t('work:signIn.passkeyNeeds')} />
        </Form>
      </section>
      <section className="flow">
        <h2>{t('work:signIn.passwordTitle')}</h2>
        <Form className="flow" method="post" noValidate>
          <TextField
            name="login"
            label={t('work:signIn.login')}
            defaultValue={refused?.login ?? ''}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            size="medium"
          />
          <TextField name="password" type="password" label={t('work:signIn.password')} autoComplete="current-password" size="medium" />
          <TextField
            name="code"
            label={t('work:signIn.code')}
            hint={t('work:signIn.codeHint')}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            size="medium"
          />
          <p>
            <button className="button" type="submit">
              {t('work:signIn.submit')}
            </button>
          </p>
        </Form>
      </section>
      <p className="soft">{t('work:signIn.lost')}</p>
    </Page>
  )
}
