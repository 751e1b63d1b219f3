/** Files of one language, `locales/<lng>/<namespace>.json`. */
export const NAMESPACES = [
  'common',
  'start',
  'check',
  'help',
  'claim',
  'evidence',
  'flow',
  'terms',
  'rules',
  'errors',
  'packet',
  'statements',
  'keep',
  'cli',
  'training',
  'form',
  'lifecycle',
  'work',
  'caseload',
  'casefile',
  'filing',
  'review',
  'sharing',
  'records',
  'due',
] as const

export type Namespace = (typeof NAMESPACES)[number]

/** The namespaces that papers use: a language that has these can be printed before it has pages. */
export const PAPER_NAMESPACES = ['terms', 'rules', 'packet', 'statements', 'keep'] as const satisfies readonly Namespace[]

/** The namespaces of the staff's pages, which nobody else loads. */
export const STAFF_NAMESPACES = [
  'work',
  'caseload',
  'casefile',
  'filing',
  'review',
  'sharing',
  'records',
  'due',
] as const satisfies readonly Namespace[]

/** The namespaces that pages in the browser use. Those of the staff come to the staff's pages alone, and the others never leave the server. */
export const WEB_NAMESPACES = ['common', 'start', 'check', 'help', 'flow', 'terms', 'errors'] as const satisfies readonly Namespace[]
