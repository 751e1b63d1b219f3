import { PressForm } from '#app/components/press-form.tsx'
import { TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import type { EvidenceView, PaperView } from './evidence-view.server.ts'

interface CardProps {
  readonly paper: PaperView
  readonly list: EvidenceView['list']
  readonly kinds: EvidenceView['kinds']
  readonly words: EvidenceView['add']
  readonly mayRemove: boolean
  readonly first: boolean
  readonly last: boolean
}

/** One attached paper with its place in the list. A fold holds the form that changes it and, with permission, a button to take it out. */
export function EvidenceCard({ paper, list, kinds, words, mayRemove, first, last }: CardProps) {
  const { kind, title } = paper.fields
  return (
    <li className="card flow-tight">
      <h3>{paper.heading}</h3>
      {paper.title ? <p>{paper.title}</p> : null}
      <p className="soft">{paper.pages}</p>
      {first && last ? null : (
        <div className="button-row">
          {first ? null : <Press paper={paper} intent="up" text={list.up} name={paper.names.up} />}
          {last ? null : <Press paper={paper} intent="down" text={list.down} name={paper.names.down} />}
        </div>
      )}
      <details open={paper.open}>
        <summary aria-label={paper.names.edit}>{list.edit}</summary>
        <PressForm className="flow" noValidate autoComplete="off">
          <input type="hidden" name="intent" value="change" />
          <input type="hidden" name="id" value={paper.id} />
          <input type="hidden" name="seen" value={paper.seen} />
          <SelectField
            name={kind.name}
            label={words.kind}
            blank={words.choose}
            error={kind.error}
            options={kinds}
            defaultValue={kind.value}
          />
          <TextField name={title.name} label={words.name} hint={words.nameHint} error={title.error} defaultValue={title.value} />
          <p>
            <button className="button" type="submit">
              {list.save}
            </button>
          </p>
        </PressForm>
        {mayRemove ? (
          <div className="leave-open flow-tight">
            <p className="soft">{list.removeText}</p>
            <Press paper={paper} intent="remove" text={paper.names.remove} />
          </div>
        ) : null}
      </details>
    </li>
  )
}

/** A button in its own form. */
function Press({
  paper,
  intent,
  text,
  name,
}: {
  readonly paper: PaperView
  readonly intent: string
  readonly text: string
  readonly name?: string
}) {
  return (
    <PressForm>
      <input type="hidden" name="id" value={paper.id} />
      <button className="button button-quiet" type="submit" name="intent" value={intent} aria-label={name}>
        {text}
      </button>
    </PressForm>
  )
}
