import type { EsignonStages } from '../../../src/provider/esignon/stages.js';
import type { ProviderOptions } from '../../../src/provider/provider-options.js';

/** The answer of the reference as `esignon-login` gives it, with something changed in it. */
function onSuccess(change: (answer: ReturnType<EsignonStages['succeed']>) => unknown): ProviderOptions {
  return {
    stages: {
      'esignon-login': ({ succeed }) => ({
        succeed: (...login) => change(succeed(...login)) as ReturnType<EsignonStages['succeed']>,
      }),
    },
  };
}

/** No `expire_date` on success. */
export const NO_EXPIRE_DATE = onSuccess((answer) => {
  const { expire_date: _, ...body } = answer.body as Record<string, unknown>;
  return { ...answer, body };
});

/** `result_code` `"0"` on success. */
export const CODE_ZERO = onSuccess((answer) => ({
  ...answer,
  header: { ...answer.header, result_code: '0' },
}));

/** What is malformed is answered by an HTML page. */
export const HTML_ON_MALFORMED: ProviderOptions = {
  onReply: (reply) =>
    reply.body.toString().includes('"12"')
      ? { status: 400, headers: { 'content-type': 'text/html' }, body: '<html><h1>Bad Request</h1></html>' }
      : reply,
};
