import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import type { PeopleView, PersonView } from './people-view.server.ts'

/** The trainer's page: invented people whose claims can be opened, and the button that erases the practice claims. */
export function PeoplePage({ view: { sentences, people, erased } }: { readonly view: PeopleView }) {
  return (
    <Page title={sentences.title}>
      <StatusNotice text={erased ? sentences.resetDone : null} />
      <p className="lede">{sentences.lede}</p>
      <p className="notice notice-care">{sentences.never}</p>
      <p>{sentences.how}</p>
      <h2>{sentences.listTitle}</h2>
      <ul className="list-plain" role="list">
        {people.map(person => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
      <p className="button-row">
        <a className="button button-quiet" href="/claim">
          {sentences.new}
        </a>
        <a className="button button-quiet" href="/check">
          {sentences.check}
        </a>
      </p>
      <h2>{sentences.panelTitle}</h2>
      <p>{sentences.panelText}</p>
      <h2>{sentences.resetTitle}</h2>
      <p>{sentences.resetText}</p>
      <PressForm>
        <button className="button" type="submit" name="intent" value="reset">
          {sentences.reset}
        </button>
      </PressForm>
    </Page>
  )
}

function Person({ person }: { readonly person: PersonView }) {
  return (
    <li className="card flow-tight">
      <h3>{person.name}</h3>
      <p>{person.text}</p>
      <p className="soft">{person.trainer}</p>
      <PressForm>
        <button className="button" type="submit" name="person" value={person.id}>
          {person.open}
        </button>
      </PressForm>
    </li>
  )
}
