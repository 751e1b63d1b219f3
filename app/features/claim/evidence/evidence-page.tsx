import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { SaveLine } from '#app/components/save-line.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import type { EvidenceView } from './evidence-view.server.ts'

/** Types of files that a browser offers to choose. The server decides by the content of a file whether it takes it. */
const OFFERED = 'application/pdf,image/jpeg,image/png,image/heic,image/heif,.heic,.heif'

/** Papers that go with the claim: the attached ones, and a form to attach one more. Everything works without JavaScript. */
export function EvidencePage({ view }: { readonly view: EvidenceView }) {
  const { page, list } = view
  return (
    <Page title={page.title} back={view.back}>
      <ErrorSummary errors={view.errors} />
      <StatusNotice text={view.errors.length === 0 ? view.done : null} />
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      {view.training ? <p className="notice notice-care">{view.training}</p> : null}
      <p className="lede">{page.lede}</p>
      <p>{page.optional}</p>
      <section className="flow-tight">
        <h2>{list.title}</h2>
        {view.papers.length === 0 ? <p>{list.none}</p> : null}
        <ul className="list-plain" role="list">
          {view.papers.map((paper, place) => (
            <EvidenceCard
              key={`${paper.id} ${paper.seen}`}
              paper={paper}
              list={list}
              kinds={view.kinds}
              words={view.add}
              mayRemove={view.mayRemove}
              first={place === 0}
              last={place === view.papers.length - 1}
            />
          ))}
        </ul>
        {view.papers.length > 1 ? <p className="soft">{list.order}</p> : null}
      </section>
      <section className="flow-tight">
        <h2>{page.howTitle}</h2>
        <ul className="list">
          <li>{page.copies}</li>
          <li>{page.look}</li>
          <li>{page.strip}</li>
          <li>{page.visa}</li>
        </ul>
      </section>
      <AddForm key={view.papers.length} view={view} />
      <section className="flow-tight">
        <h2>{page.keptTitle}</h2>
        <ul className="list">
          <li>{page.sealed}</li>
          <li>{page.removed}</li>
          <li>{page.deleted}</li>
          <li>{page.other}</li>
        </ul>
      </section>
      <p className="page-links">
        <a href={view.on}>{view.add.back}</a>
      </p>
    </Page>
  )
}

function AddForm({ view: { add, fields, kinds } }: { readonly view: EvidenceView }) {
  return (
    <section className="flow">
      <h2>{add.title}</h2>
      {/* The words stand before the file, so that they are read even if the file is too large. */}
      <PressForm className="flow" encType="multipart/form-data" noValidate autoComplete="off">
        <input type="hidden" name="intent" value="add" />
        <SelectField
          name={fields.kind.name}
          label={add.kind}
          blank={add.choose}
          error={fields.kind.error}
          options={kinds}
          defaultValue={fields.kind.value}
        />
        <TextField
          name={fields.title.name}
          label={add.name}
          hint={add.nameHint}
          error={fields.title.error}
          defaultValue={fields.title.value}
        />
        <TextField name={fields.file.name} label={add.file} hint={add.fileHint} error={fields.file.error} type="file" accept={OFFERED} />
        <p className="button-row">
          <button className="button" type="submit">
            {add.submit}
          </button>
          <SaveLine saving={add.busy} intent="add" />
        </p>
      </PressForm>
    </section>
  )
}
