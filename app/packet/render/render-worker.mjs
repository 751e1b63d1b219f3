import { register } from 'tsx/esm/api'

// A worker does not inherit the TypeScript loader from every main thread (a test runner or a bundled server has none).
register()
const { default: work } = await import('./render.worker.ts')

export default work
