import { register } from 'tsx/esm/api'

// A worker cannot always inherit a TypeScript loader from the main thread: a test runner or a bundled server has none.
register()
const { default: work } = await import('./form.worker.ts')

export default work
