import { tooMuch } from '#app/security/forms/read-body.server.ts'

/** In place of any page that was sent more than fits; the server leads here by itself. */
export function loader(): never {
  throw tooMuch()
}

export const action = loader

export default function TooMuch() {
  return null
}
