/**
 * What makes a folder and a database one installation: the key’s file, the purpose, the proof that all three belong together.
 * Whatever lies outside takes of it only what stands here.
 */

export { opensCanary, sealCanary } from './canary.server.ts'
export { keyOfInstallation, type Opening } from './first-start.server.ts'
export { findMasterKey, KeyError, markUsed } from './key-file.server.ts'
export { purposeError } from './purpose.server.ts'
