import '@remix-run/node'

/** Tells the types what `remix.config.js` has switched on: loaders and actions give back their data as it is. */
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
