/** Every address that is no page: with a route of its own, what stands around all pages stands around this one, too. */
export function loader(): never {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
