import { useTranslation } from '#app/components/use-translation.ts'
import { TextField } from '#app/components/fields.tsx'

/** A new key for one-time codes, before a first code has proved that the member's app has it. */
export interface KeyForCodes {
  /** The sealed key, which the form sends back, so that the server need not store the key. */
  readonly ticket: string
  /** The key in groups of four characters, as people type it. */
  readonly groups: readonly string[]
  /** Address that opens an authenticator app on this device. */
  readonly address: string
}

/** Fields for a new password and the first code. They show the key, and the code proves that the member's app has it. */
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
