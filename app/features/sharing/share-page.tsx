import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import type { ChoiceBox, ConfirmView, SharePageView } from './share-view.server.ts'

/** The organizations with which a claim is shared, what they see and did, and the form for a new code. */
export function SharePage({
  view,
  refused,
}: {
  readonly view: SharePageView
  readonly refused: { readonly message: string; readonly code: string } | undefined
}) {
  const { words } = view
  return (
    <Page title={words.title} back="/claim/tasks">
      <ErrorSummary errors={refused ? [{ fieldId: 'code', message: refused.message }] : []} />
      <StatusNotice text={refused ? null : view.done} />
      <p className="lede">{words.lede}</p>
      {view.hasPhrase ? null : <NoWords words={words} to="/claim/save" />}
      <section className="flow-tight">
        <h2>{words.sharedTitle}</h2>
        {view.shares.length === 0 ? <p>{words.none}</p> : null}
        <ul className="list-plain" role="list">
          {view.shares.map(share => (
            <Share key={share.caseId} share={share} words={words} />
          ))}
        </ul>
      </section>
      <section className="flow">
        <h2>{words.codeTitle}</h2>
        {/* Without JavaScript the code in the address is not read, so the person types it. */}
        <p>{words.codeTyped}</p>
        <PressForm className="flow" noValidate autoComplete="off" data-scanned-code>
          <TextField
            name="code"
            label={words.codeLabel}
            hint={words.codeHint}
            error={refused?.message}
            defaultValue={refused?.code ?? ''}
            size="medium"
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
          />
          <p>
            <button className="button" type="submit" name="intent" value="code">
              {words.codeNext}
            </button>
          </p>
        </PressForm>
      </section>
      <p className="soft">{words.law}</p>
    </Page>
  )
}

/** Warns a survivor without a phrase: they could not open the claim again, and so could not take it back. */
function NoWords({ words, to }: { readonly words: SharePageView['words']; readonly to: string }) {
  return (
    <section className="notice notice-care flow-tight">
      <h2>{words.noWordsTitle}</h2>
      <p>{words.noWordsText}</p>
      <p>
        <a href={to}>{words.makeWords}</a>
      </p>
    </section>
  )
}

function Share({ share, words }: { readonly share: SharePageView['shares'][number]; readonly words: SharePageView['words'] }) {
  const { caseId, name, since, has, uses, boxes } = share
  return (
    <li className="card flow-tight">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p>{since}</p>
      <p>{has}</p>
      <details>
        <summary>{words.usesTitle}</summary>
        {uses.length === 0 ? <p>{words.usesNone}</p> : null}
        <ul className="list">
          {uses.map(use => (
            <li key={use}>{use}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{words.change}</summary>
        <PressForm className="flow-tight" key={has}>
          <input type="hidden" name="case" value={caseId} />
          <Boxes boxes={boxes} of={caseId} />
          <p>
            <button className="button button-quiet" type="submit" name="intent" value="change">
              {words.changeSave}
            </button>
          </p>
        </PressForm>
      </details>
      <details>
        <summary>{words.takeBack}</summary>
        <p>{words.takeBackText}</p>
        <PressForm>
          <input type="hidden" name="case" value={caseId} />
          <button className="button" type="submit" name="intent" value="back">
            {words.takeBack}
          </button>
        </PressForm>
      </details>
    </li>
  )
}

function Boxes({ boxes, of }: { readonly boxes: readonly ChoiceBox[]; readonly of: string }) {
  return (
    <div className="options">
      {boxes.map(({ name, label, hint, on }) => (
        <label className="option" key={name}>
          <input type="checkbox" id={`${name}-${of}`} name={name} value="1" defaultChecked={on} />
          <span>
            {label}
            <span className="option-hint">{hint}</span>
          </span>
        </label>
      ))}
    </div>
  )
}

/** Names the organization and offers the choices before anything is shared. */
export function ConfirmPage({ view }: { readonly view: ConfirmView }) {
  const { words } = view
  return (
    <Page title={view.title}>
      <p className="lede">{words.confirmAnswers}</p>
      {/* A person who scanned a picture has not read the sharing page. */}
      {view.hasPhrase ? null : <NoWords words={words} to={view.makeWordsPath} />}
      <PressForm className="flow">
        <input type="hidden" name="code" value={view.code} />
        <fieldset className="field">
          <legend>{words.chooseTitle}</legend>
          <Boxes boxes={view.boxes} of="new" />
        </fieldset>
        <p>{words.stays}</p>
        <p className="button-row">
          <button className="button" type="submit" name="intent" value="share">
            {words.share}
          </button>
          <a className="button button-quiet" href="/claim/share">
            {words.cancel}
          </a>
        </p>
      </PressForm>
    </Page>
  )
}
