import { fillForm, type FilledForm, type FormOrder } from './fill-form.server.ts'
import { drawPage } from './page-picture.server.ts'

/** One job of the worker for forms: filling in a form, or drawing one page of a blank form. */
export type FormJob = { readonly fill: FormOrder } | { readonly draw: { readonly form: Uint8Array; readonly page: number } }

export default function work(job: FormJob): Promise<FilledForm | Uint8Array | null> {
  return 'fill' in job ? fillForm(job.fill) : drawPage(job.draw.form, job.draw.page)
}
