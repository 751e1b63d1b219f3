import { Form, useSubmit } from '@remix-run/react'
import { useEffect, type InputHTMLAttributes } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { PasswordFields } from './code-key.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import type { JoinPageView, JoinReturned } from './join.server.ts'
import { PasskeyButton } from './passkey-button.tsx'

/**
 * A field for the link of an invitation. The link's secret stands after `#`, which browsers send nowhere. A script sends it in the body
 * of a form and takes it out of the address at once. Without JavaScript the person pastes the link.
 */
export function OpenLinkPage({ problems }: { readonly problems: readonly FormProblem[] }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const { list, at } = toldProblems(t, problems)
  // Only the browser knows the part of its address after "#", so an effect reads it.
  useEffect(() => {
    const secret = window.location.hash.slice(1)
    if (secret === '') return
    window.history.replaceState(window.history.state, '', window.location.pathname)
    submit({ intent: 'open', link: secret }, { method: 'post', replace: true })
  }, [submit])
  return (
    <Page title={t('work:join.title')}>
      <ErrorSummary errors={list} kept={false} />
      <p className="lede">{t('work:join.lede')}</p>
      <Form className="flow" method="post" noValidate autoComplete="off">
        <TextField name="link" label={t('work:join.link')} error={at('link')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        <p>
          <button className="button" type="submit" name="intent" value="open">
            {t('work:join.open')}
          </button>
        </p>
      </Form>
    </Page>
  )
}

/** The form of a person who joins: their name, and how they will sign in. */
export function JoinPage({
  view,
  returned,
}: {
  readonly view: JoinPageView
  readonly returned: Extract<JoinReturned, { problems: unknown }> | undefined
}) {
  const { t } = useTranslation()
  const { kind, role, organizationName, login } = view
  const { list, at } = toldProblems(t, returned?.problems ?? [])
  const typed = returned?.typed
  const makesOrganization = kind === 'first' || kind === 'organization'
  const field = (
    name: 'organizationName' | 'name' | 'login',
    label: string,
    more: Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> & { hint?: string },
  ) => <TextField name={name} label={label} error={at(name)} defaultValue={typed?.[name] ?? ''} required {...more} />
  const title = { first: 'firstTitle', organization: 'firstTitle', join: 'joinTitle', reset: 'resetTitle' }[kind]
  const text = { first: 'firstText', organization: 'firstText', join: 'joinText', reset: 'resetText' }[kind]
  return (
    <Page title={t(`work:join.${title}`, { organization: organizationName ?? '' })}>
      <ErrorSummary errors={list} kept={false} />
      <p className="lede">{t(`work:join.${text}`, { role: t(`work:role.${role}`), login: login ?? '' })}</p>
      <Form className="flow" method="post" noValidate>
        {makesOrganization ? field('organizationName', t('work:join.organization'), { autoComplete: 'organization' }) : null}
        {login === null
          ? field('name', t('work:join.name'), { autoComplete: 'name', ...(view.name && !typed && { defaultValue: view.name }) })
          : null}
        {login === null
          ? field('login', t('work:join.login'), {
              hint: t('work:join.loginHint'),
              autoComplete: 'username',
              autoCapitalize: 'none',
              spellCheck: false,
            })
          : null}
        <h2>{t('work:join.passkeyTitle')}</h2>
        <p>{t('work:join.passkeyText')}</p>
        <PasskeyButton ask="join" label={t('work:join.passkey')} needs={t('work:join.passkeyNeeds')} />
        <h2>{t('work:join.or')}</h2>
        <PasswordFields
          codeKey={returned?.codeKey ?? view.codeKey}
          least={view.least}
          errors={{ password: at('password') ?? (returned && t('work:errors.passwordAgain')), code: at('code') }}
        />
        <p>
          <button className="button" type="submit" name="intent" value="password">
            {t('work:join.submit')}
          </button>
        </p>
      </Form>
    </Page>
  )
}
