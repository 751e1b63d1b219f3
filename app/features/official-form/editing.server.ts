import type { FormEditing } from '#app/official-form/official-forms.server.ts'
import type { KeptForm } from '#app/official-form/kept-form.server.ts'
import type { Services } from '#app/services.server.ts'

/** Addresses of the pages that correct the map of the official form. */
export const FORM_PATHS = {
  start: '/official-form',
  map: '/official-form/map',
  page: (page: number) => `/official-form/pages/${page}`,
  picture: (page: number) => `/official-form/pictures/${page}`,
} as const

/** The official form, and the way to save corrections of its map. */
export interface EditingVisit {
  readonly editing: FormEditing
  readonly kept: KeptForm
}

/** The form in use. Throws 404, as for an unknown page, if corrections are not allowed here or the installation has no form. */
export async function requireEditing({ officialForms }: Services): Promise<EditingVisit> {
  const kept = await officialForms.editing?.current()
  if (!officialForms.editing || !kept) throw new Response(null, { status: 404 })
  return { editing: officialForms.editing, kept }
}

/** Number of the page in an address, from 1; throws 404 if the form has no such page. */
export function requirePage({ kept }: EditingVisit, text: string | undefined): number {
  const page = /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 0
  if (page < 1 || page > kept.facts.pages.length) throw new Response(null, { status: 404 })
  return page
}

/** A picture of one page of the blank form. */
export async function pagePicture(visit: EditingVisit, page: number): Promise<Response> {
  const picture = await visit.editing.picture(page)
  if (!picture) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' } })
}
