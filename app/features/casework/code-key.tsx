import { useTranslation } from 'react-i18next'
import { TextField } from '#app/components/fields.tsx'

/** A new key of one-time codes, before it is proved. */
export interface KeyForCodes {
  /** What the form brings back, so that the key need not be kept. */
  readonly ticket: string
  /** The key as people type it, in groups of four. */
  readonly groups: readonly string[]
  /** Opens an authenticator app on this device. */
  readonly address: string
}

/** A new password with the key for its codes, and the first code, which proves that the app has the key. */
export function PasswordFields({
  codeKey,
  least,
  errors,
}: {
  readonly codeKey: KeyForCodes
  readonly least: number
  readonly errors: { readonly password?: string | undefined; readonly code?: string | undefined }
}) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={t('work:join.password')}
        hint={t('work:join.passwordHint', { least })}
        error={errors.password}
        autoComplete="new-password"
        size="medium"
      />
      <p>{t('work:join.codeText')}</p>
      <p className="code-key" translate="no">
        <span className="sr-only">{t('work:join.codeKey')}</span> <code>{codeKey.groups.join(' ')}</code>
      </p>
      <p>
        <a href={codeKey.address}>{t('work:join.codeApp')}</a>
      </p>
      <input type="hidden" name="ticket" value={codeKey.ticket} />
      <TextField
        name="code"
        label={t('work:join.code')}
        error={errors.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        size="short"
      />
    </>
  )
}
