import { useTranslation } from '#app/components/use-translation.ts'

/** Says beside a button that its file takes some seconds; our script says there that it is coming, and that it is here (`app/browser/coming.ts`). */
export function ComingLine({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <p className="soft coming" id={id} role="status" data-coming={t('flow:packet.coming')} data-here={t('flow:packet.here')}>
      {t('flow:packet.takes')}
    </p>
  )
}
