import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { AnswerLines } from '#app/features/claim/question/answer-lines.tsx'
import type { SuggestionsView } from './suggestions-view.server.ts'

/** Answers that members suggest, each beside the survivor's own answer. The survivor says which one stays. */
export function SuggestionsPage({ view }: { readonly view: SuggestionsView }) {
  const { words } = view
  return (
    <Page title={words.title} back="/claim/tasks">
      <StatusNotice text={view.done} />
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      <p className="lede">{words.lede}</p>
      {view.suggestions.length === 0 ? <p>{words.none}</p> : null}
      <ul className="list-plain" role="list">
        {view.suggestions.map(({ id, title, by, yours, theirs }) => (
          <li className="card flow-tight" key={id}>
            <h2>{title}</h2>
            <p className="soft">{by}</p>
            <h3>{words.yours}</h3>
            <AnswerLines lines={yours} />
            <h3>{words.theirs}</h3>
            <AnswerLines lines={theirs} />
            <PressForm className="button-row">
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="revision" value={view.revision} />
              <button className="button" type="submit" name="intent" value="take" aria-label={`${words.take}: ${title}`}>
                {words.take}
              </button>
              <button className="button button-quiet" type="submit" name="intent" value="decline" aria-label={`${words.decline}: ${title}`}>
                {words.decline}
              </button>
            </PressForm>
          </li>
        ))}
      </ul>
    </Page>
  )
}
