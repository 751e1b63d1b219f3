import { renderToStaticMarkup } from 'react-dom/server'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { STORAGE_TERMS } from '../storage.server.ts'

/**
 * The two parts that a page of a claim shows when it is idle, in the language of the request: first that it will close, then that it
 * has closed. `app/browser/idle-end.ts` fetches them for a person who stays on the page, because most people leave long before, and shows
 * them in time.
 */
export const idleEndParts = (request: Request): string =>
  renderToStaticMarkup(<IdleEnd t={getTranslate(requestLanguage(request).code)} minutes={STORAGE_TERMS.minutes} />)

function IdleEnd({ t, minutes }: { readonly t: Translate; readonly minutes: number }) {
  return (
    <>
      <section className="idle-warning notice notice-care flow-tight" role="alert" data-idle-warning hidden>
        <h2>{t('claim:idle.warnTitle')}</h2>
        <p>{t('claim:idle.warnText')}</p>
        <p data-idle-unsaved hidden>
          {t('claim:idle.unsaved')}
        </p>
        <p>
          <button className="button" type="button" data-idle-stay>
            {t('claim:idle.stay')}
          </button>
        </p>
      </section>
      <section className="flow" data-idle-cover hidden>
        <h1 tabIndex={-1}>{t('flow:return.endedTitle')}</h1>
        <p>{t('flow:return.endedText', { count: minutes })}</p>
        <p className="notice notice-care" data-idle-lost hidden>
          {t('claim:idle.lost')}
        </p>
        <div className="flow" data-idle-words hidden>
          <p>{t('claim:idle.words')}</p>
          <p>
            <a className="button" href="/claim/return">
              {t('claim:idle.enter')}
            </a>
          </p>
        </div>
        <div className="flow" data-idle-no-words hidden>
          <p>{t('claim:ended.noWords')}</p>
          <p>
            <a className="button" href="/claim">
              {t('flow:return.new')}
            </a>
          </p>
        </div>
      </section>
    </>
  )
}
