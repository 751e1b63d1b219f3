import { useTranslation } from '#app/components/use-translation.ts'
import { TextField } from '#app/components/fields.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import type { TypedAbout } from './about-form.server.ts'

/** The organization's own words for a case: a label that names no person, and the names of the other side. */
export function AboutFields({ typed, at }: { readonly typed: TypedAbout; readonly at: (field: string) => string | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        name="label"
        label={t('casefile:about.label')}
        hint={t('casefile:about.labelHint')}
        error={at('label')}
        defaultValue={typed.label}
        size="medium"
      />
      <TextArea
        name="otherSide"
        label={t('casefile:about.otherSide')}
        hint={t('casefile:about.otherSideHint')}
        error={at('otherSide')}
        rows={3}
        defaultValue={typed.otherSide}
      />
    </>
  )
}
