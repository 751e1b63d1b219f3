/**
 * The oldest browsers that pages are meant for, as esbuild and Lightning CSS name them: Chrome 80, Samsung Internet 12 (Chromium 79),
 * Safari 13 and Firefox 78. The source is written for today's; the build lowers scripts of plain pages and all styles to these.
 */
export const OLDEST_BROWSERS = ['chrome79', 'safari13', 'ios13', 'firefox78']
