import { useTranslation } from '#app/components/use-translation.ts'
import { CheckBox } from '#app/components/field-frame.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { TextField } from '#app/components/fields.tsx'
import { DateField } from '#app/forms/date-field.tsx'
import type { PacketOptionsView } from './packet-options.server.ts'

/**
 * The choices before the papers are made, folded away until somebody wants one or has one to correct. The password stays readable, because a forgotten one
 * cannot be reset.
 */
export function PacketOptions({ view }: { readonly view: PacketOptionsView }) {
  const { t } = useTranslation()
  return (
    <details className="card" open={view.errors.length > 0}>
      <summary>{t('flow:packet.choose')}</summary>
      <p>{t('flow:packet.chooseText')}</p>
      <CheckBox name="withoutStory" label={t('flow:packet.withoutStory')} hint={t('flow:packet.withoutStoryHint')} on={view.withoutStory} />
      <SelectField
        name="language"
        label={t('flow:packet.language')}
        hint={t('flow:packet.languageHint')}
        blank={t('flow:packet.languageSame')}
        options={view.languages}
        defaultValue={view.language}
        size="medium"
        autoComplete="off"
      />
      <DateField view={view.mailOn} months={view.months} />
      <TextField
        name="password"
        label={t('flow:packet.password')}
        hint={t('flow:packet.passwordHint')}
        error={view.password.error}
        defaultValue={view.password.value}
        size="medium"
        // The browser must neither store the password for completion nor send it to a spelling service.
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
    </details>
  )
}
