import jsxA11y from 'eslint-plugin-jsx-a11y'
import react from 'eslint-plugin-react'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { arrowsRule } from './arrows-rule.js'

const TESTS = ['**/*.test.ts', '**/*.test.tsx']

/** Whatever a request brings is read in one place, within bounds. */
export const readsBodies = [
  {
    selector: "CallExpression[callee.property.name='formData']",
    message: 'Read forms with readFormData (app/security/forms), which asks bounds first.',
  },
  {
    selector: "MemberExpression[object.name='request'][property.name=/^(text|json|arrayBuffer|blob|bytes|body)$/]",
    message: 'Read what a request brings with readFormData or readBody (app/security/forms), which ask bounds first.',
  },
]

/** Sides of the page by name are wrong in right-to-left languages. */
const physicalSides = '/(^|\\s)-?(ml|mr|pl|pr|left|right|border-l|border-r|rounded-l|rounded-r|text-left|text-right)(-|\\s|$)/'

/** A link by which React would open a page that it does not take over (`app/components/hydrates.ts`). */
export const linksToPlainPages = {
  selector: "JSXOpeningElement[name.name=/^(Nav)?Link$/] > JSXAttribute[name.name='to'] Literal[value=/^\\/(?!work(\\/|$))/]",
  message: 'A plain page is loaded whole: use an a (app/components/hydrates.ts).',
}

export default tseslint.config(
  { ignores: ['build/', 'data/', 'app/data/generated/', 'test-results/', 'test-reports/', 'playwright-report/'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }, globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
    plugins: { ...jsxA11y.flatConfigs.strict.plugins, react, 'react-hooks': reactHooks },
    settings: { react: { version: 'detect' } },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      ...reactHooks.configs.recommended.rules,
      // Sentences live in locales/.
      'react/jsx-no-literals': ['error', { noStrings: false, allowedStrings: ['·', '–', ':', '/', '(', ')'] }],
      'react/jsx-no-target-blank': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: `JSXAttribute[name.name='className'] Literal[value=${physicalSides}]`,
          message: 'Use logical sides: ms, me, ps, pe, start, end.',
        },
        ...readsBodies,
        linksToPlainPages,
        { selector: "JSXAttribute[name.name='style']", message: 'The content security policy allows no inline styles.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'React escapes what people typed; keep it so.' },
      ],
      // A list without bullets loses its role in Safari unless it is named again; the rule does not know that.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'] }],
    },
  },
  { files: ['app/**/*.ts'], ignores: ['app/security/forms/*.ts', ...TESTS], rules: { 'no-restricted-syntax': ['error', ...readsBodies] } },
  {
    // Sheets of paper have styles of their own and no browser.
    files: ['app/packet/**/*.tsx'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Here and in no other block, so that none replaces it.
    plugins: { house: { rules: { arrows: arrowsRule } } },
    rules: {
      'house/arrows': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(\\.\\./){2,}|^\\.\\./\\.\\.$', message: 'Name the folder: #app, #machines, #locales, #scripts, #e2e.' }] },
      ],
    },
  },
  {
    // Modules are shared by the test files of a process; only those that end so have modules of their own.
    files: TESTS,
    ignores: ['**/*.alone.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock', 'resetModules'].map(property => ({ object: 'vi', property, message: 'Name the file *.alone.test.ts.' })),
      ],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
