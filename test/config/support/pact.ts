/** A small contract of version 4. */
export const PACT = {
  consumer: { name: 'web-shop' },
  provider: { name: 'token-service' },
  interactions: [
    {
      type: 'Synchronous/HTTP',
      description: 'a login',
      request: { method: 'POST', path: '/login' },
      response: { status: 200 },
    },
  ],
  metadata: { pactSpecification: { version: '4.0' } },
};
