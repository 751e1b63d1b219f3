import type { NotSaved } from './not-saved.ts'
import { UnansweredNotice } from './unanswered-notice.tsx'

/** In place of a page whose form could not be saved: what was written, and a button that sends all of it again. */
export function NotSavedPage({ kept }: { readonly kept: NotSaved }) {
  const { says } = kept
  return (
    <div className="flow">
      <h1>{says.title}</h1>
      <p className="notice notice-care" role="alert" tabIndex={-1} data-focus>
        {[says.text, says.file].filter(Boolean).join(' ')}
      </p>
      {kept.words.length > 0 ? (
        <div className="field">
          <label className="field-label" htmlFor="kept-words">
            {says.words}
          </label>
          <textarea className="input" id="kept-words" rows={8} readOnly defaultValue={kept.words.join('\n\n')} />
        </div>
      ) : null}
      {kept.notSaved === 'signed-out' ? (
        <p className="button-row">
          <a className="button" href="/work/sign-in" target="_blank" rel="noreferrer">
            {says.button}
          </a>
          <a className="button button-quiet" href={kept.address} target="_blank" rel="noreferrer">
            {says.back}
          </a>
        </p>
      ) : (
        // The page that it leads to is loaded whole, whatever has become of this one.
        <form method="post" action={kept.address} data-press>
          <UnansweredNotice />
          {kept.fields.map(([name, value], index) => (
            <input type="hidden" key={index} name={name} value={value} />
          ))}
          <button className="button" type="submit">
            {says.button}
          </button>
        </form>
      )}
    </div>
  )
}
