import { register } from 'tsx/esm/api'

// A process started from a bundled server or a test runner has no loader for TypeScript of its own.
register()
await import('./clean-child.server.ts')
