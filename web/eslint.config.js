import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'

const MaxLine = 140

export default tseslint.config(
  // Made from functions/openapi.yaml by scripts/api.mjs.
  { ignores: ['src/api/contract.ts'] },
  tseslint.configs.recommended,
  vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  // Prettier lays the code out: rules about layout would contradict it.
  prettier,
  {
    rules: {
      // What is left out of an object on purpose: `const { password, ...account } = form`.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A page hands its form to the parts that fill it in, as one reactive object; the object itself is never replaced.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      // The types say which properties may be left out, and then they are undefined: vue-tsc checks how they are used.
      'vue/require-default-prop': 'off',
    },
  },
  // What prettier cannot break: comments, long texts.
  { files: ['**/*.{ts,js,mjs}'], rules: { 'max-len': ['error', { code: MaxLine }] } },
  { files: ['**/*.vue'], rules: { 'vue/max-len': ['error', { code: MaxLine, template: MaxLine }] } },
)
