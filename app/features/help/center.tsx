import { useTranslation } from '#app/components/use-translation.ts'
import { PhoneLink } from '#app/components/phone-link.tsx'
import type { CenterView } from './help-view.server.ts'
import { Lines } from './lines.tsx'

/** The center of one county. It takes the focus when it appears, because the person asked for it. */
export function CenterCard({ center }: { readonly center: CenterView }) {
  const { t } = useTranslation()
  const read = center.phone !== null
  return (
    <div className="flow">
      <h3 tabIndex={-1} data-focus>
        {t('help:centers.county', { county: center.county })}
      </h3>
      {read ? (
        <div className="card flow-tight">
          {center.name ? (
            <p lang="en">
              <strong>{center.name}</strong>
            </p>
          ) : null}
          <p className="ways">
            <CenterPhone number={center.phone} place={center.phonePlace} />
            {center.otherPhones.map(({ number, place }) => (
              <CenterPhone key={number} number={number} place={place} />
            ))}
          </p>
          {center.address ? <p lang="en">{center.address}</p> : null}
          <Website address={center.website} />
          {center.mayHaveChanged ? <p className="citation">{t('help:centers.check')}</p> : null}
        </div>
      ) : (
        <>
          <p>{t(center.website ? 'help:centers.notReadSite' : 'help:centers.notRead')}</p>
          <Website address={center.website} />
          <Lines lines={center.fallback} />
        </>
      )}
    </div>
  )
}

function CenterPhone({ number, place }: { readonly number: string; readonly place: string | null }) {
  const { t } = useTranslation()
  return <PhoneLink number={number} label={place ? t('help:centers.place', { place, number }) : t('help:page.call', { number })} />
}

function Website({ address }: { readonly address: string | null }) {
  const { t } = useTranslation()
  if (address === null) return null
  return (
    <p>
      <a href={address} rel="noreferrer">
        {t('help:centers.website')}
      </a>
    </p>
  )
}
