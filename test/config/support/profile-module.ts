/** A profile module that is right in every way, and its feature: files of a folder. */
export const PROFILE_FILES: Readonly<Record<string, string>> = {
  'profile.mjs': profileModule(),
  'pin.feature': `@pin-login
Feature: Logging in by a PIN
  Rule: The right PIN yields a token
    @must @PIN-01
    Scenario: A user logs in
      Given Mina is a user
      When Mina logs in
      Then the login is accepted
`,
};

/**
 * The text of a module whose default export is a profile.
 * @param changes JavaScript that changes `profile`, which is right before
 * @param exported what is exported of it
 */
export function profileModule(changes = '', exported = 'profile'): string {
  return `
const profile = {
  name: 'pin-login',
  family: 'pin',
  title: 'Login by PIN',
  document: 'PIN login 1.0',
  endpoint: 'POST {target}/pin',
  features: ['*.feature'],
  clauses: [
    { id: 'PIN-01', level: 'MUST', statement: 'The right PIN is accepted.', source: 'section 1' },
    { id: 'PIN-02', level: 'SHOULD', statement: 'The answer is short.', source: 'section 2' },
  ],
  roles: { goodLogin: 'PIN-01', loginAfterRefusals: 'PIN-01', crash: 'PIN-01', distinctTokens: 'PIN-01' },
  statements: [['the answer is short', 'PIN-02']],
  fixtures: {
    furtherUser: 'pin.users',
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { users: { type: 'array', items: { $ref: '#/$defs/pin' } } },
      $defs: { pin: { type: 'string', minLength: 1, description: 'the PIN of a user' } },
    },
    secrets: ({ users = [] }) => users,
  },
  ownHeaders: ['x-pin'],
  properties: [],
  open: () => { throw new Error('no run'); },
};
${changes}
export default ${exported};
`;
}
