import { register } from 'tsx/esm/api'

// A process that a bundled server or a test runner starts has no TypeScript loader, so it registers one.
register()
await import('./clean-child.server.ts')
