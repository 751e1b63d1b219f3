/** Files of one language, `locales/<lng>/<namespace>.json`. */
export const NAMESPACES = ['common', 'start', 'check', 'help', 'claim', 'flow', 'terms', 'rules', 'errors', 'packet', 'cli', 'training'] as const

export type Namespace = (typeof NAMESPACES)[number]

/** The namespaces that pages in the browser use; the others never leave the server. */
export const WEB_NAMESPACES = ['common', 'start', 'check', 'help', 'flow', 'terms', 'rules', 'errors'] as const satisfies readonly Namespace[]
