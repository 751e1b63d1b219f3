/** Says that a script of ours has sent a form: it wants to hear the address that the answer leads to, not to be led there. */
export const PRESS = 'Press'

/** Names that address. */
export const LEADS_TO = 'Leads-To'
