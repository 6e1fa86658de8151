import { defineParameterType } from '@cucumber/cucumber';

defineParameterType({
  name: 'person',
  regexp: /[A-Z][a-z]+/,
  transformer: (name: string) => name,
  useForSnippets: false,
});

/** `"12"`, `"12" or "99"`, `"12", "99" or "10"`. */
defineParameterType({
  name: 'codes',
  regexp: /"[^"]+"(?:(?:, | or )"[^"]+")*/,
  transformer: (text: string) => [...text.matchAll(/"([^"]+)"/g)].map(([, code]) => code),
  useForSnippets: false,
});
