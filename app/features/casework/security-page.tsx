import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { PasswordFields } from './code-key.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import { PasskeyButton } from './passkey-button.tsx'
import type { SecurityPageView, SecurityReturned } from './security.server.ts'
import { SessionList } from './session-list.tsx'

/** A member's own ways to sign in, and the browsers in which the member is signed in. */
export function SecurityPage({
  view,
  refused,
}: {
  readonly view: SecurityPageView
  readonly refused: Extract<SecurityReturned, { problems: unknown }> | undefined
}) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  const codeKey = refused?.codeKey ?? view.codeKey
  const { fresh } = view
  return (
    <Page title={t('work:security.title')}>
      <ErrorSummary errors={list} kept={false} />
      <StatusNotice text={view.done && !refused ? t('work:security.done') : null} />
      {fresh ? null : (
        <p className="notice notice-care">
          {t('work:security.fresh', { count: view.freshMinutes })} <Link to="/work/sign-in">{t('work:security.again')}</Link>
        </p>
      )}
      <section className="flow" id="ways">
        <h2>{t('work:security.passkeys')}</h2>
        {view.passkeys.length === 0 ? <p>{t('work:security.noPasskeys')}</p> : null}
        <ul className="list-plain" role="list">
          {view.passkeys.map(({ id, day, used }) => (
            <li className="card flow-tight" key={id}>
              <p>{used === null ? t('work:security.passkey', { day }) : t('work:security.passkeyUsed', { day, used })}</p>
              {fresh ? (
                <Form method="post">
                  <input type="hidden" name="remove" value={id} />
                  <button
                    className="button button-quiet"
                    type="submit"
                    name="intent"
                    value="remove-passkey"
                    aria-label={t('work:security.removePasskey', { day })}
                  >
                    {t('work:security.remove')}
                  </button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
        {fresh && view.mayAddPasskey ? (
          <Form method="post">
            <PasskeyButton ask="add" label={t('work:security.add')} needs={t('work:signIn.passkeyNeeds')} />
          </Form>
        ) : null}
      </section>
      <section className="flow">
        <h2>{t('work:security.passwordTitle')}</h2>
        <p>{t(view.hasPassword ? 'work:security.hasPassword' : 'work:security.noPassword')}</p>
        {codeKey ? (
          <details open={refused?.codeKey ? true : undefined}>
            <summary>{t('work:security.newPassword')}</summary>
            <Form className="flow" method="post" noValidate>
              <PasswordFields
                codeKey={codeKey}
                least={view.least}
                errors={{ password: at('password') ?? (refused?.codeKey ? t('work:errors.passwordAgain') : undefined), code: at('code') }}
              />
              <p>
                <button className="button" type="submit" name="intent" value="password">
                  {t('work:security.set')}
                </button>
              </p>
            </Form>
          </details>
        ) : null}
        {fresh && view.hasPassword ? (
          <Form method="post">
            <button className="button button-quiet" type="submit" name="intent" value="remove-password">
              {t('work:security.removePassword')}
            </button>
          </Form>
        ) : null}
      </section>
      {view.hasPassword ? (
        <section className="flow">
          <h2>{t('work:security.codesTitle')}</h2>
          <p>{t('work:security.codesLeft', { count: view.recoveryCodes })}</p>
          {fresh ? (
            <Form className="flow-tight" method="post">
              <p>{t('work:security.newCodesHint')}</p>
              <button className="button button-quiet" type="submit" name="intent" value="codes">
                {t('work:security.newCodes')}
              </button>
            </Form>
          ) : null}
        </section>
      ) : null}
      <SessionList sessions={view.sessions} />
    </Page>
  )
}
