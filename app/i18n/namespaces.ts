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

/** The namespaces of the staff's pages, which no other page uses. */
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

/** The namespaces that the staff's pages use in the browser, where React draws them too. All other sentences never leave the server. */
export const WEB_NAMESPACES = ['common', 'check', 'flow', 'terms', 'errors', ...STAFF_NAMESPACES] as const satisfies readonly Namespace[]
