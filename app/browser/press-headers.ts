/** Request header of a form that our script sends. The answer then names the next address instead of redirecting there. */
export const PRESS = 'Press'

/** Response header with that address. */
export const LEADS_TO = 'Leads-To'
