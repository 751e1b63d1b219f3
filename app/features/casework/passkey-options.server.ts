import { findLinkCookie, siteOf } from '#app/auth/cookies.server.ts'
import { requireCasework, requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm, type SentForm } from '#app/forms/sent-form.server.ts'
import type { PasskeyOptions } from '#app/security/proof/webauthn.server.ts'

/** The options, as JSON, with which a page's script asks the browser for a passkey; 204 without a body if none may be asked for. */
export async function passkeyOptions(context: StaffContext, request: Request, clientAddress: string): Promise<Response> {
  const options = await optionsFor(context, request, await readSentForm(request, SMALL_FORM), clientAddress)
  return options ? Response.json(options) : new Response(null, { status: 204 })
}

async function optionsFor(context: StaffContext, request: Request, form: SentForm, clientAddress: string): Promise<PasskeyOptions | null> {
  const { signIn, joining, ways } = requireCasework(context.services)
  const site = siteOf(request)
  switch (form.text('for')) {
    case 'sign-in': {
      const asked = await signIn.passkeyOptions(site, clientAddress)
      return asked.ok ? asked.options : null
    }
    case 'join':
      return joining.passkeyOptions(findLinkCookie(request) ?? '', form.text('login'), site)
    case 'add': {
      const { member, fresh } = await requireStaffVisit(context, request)
      return fresh ? ways.newPasskeyOptions(member.id, site) : null
    }
    default:
      throw new Response(null, { status: 400 })
  }
}
