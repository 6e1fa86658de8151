import type { DirectRequest } from './direct-request.js';

/** A request in ways that no document speaks of. */
export function unusual(request: DirectRequest): readonly DirectRequest[] {
  const withHeader = (name: string, value: string) => ({
    ...request,
    headers: { ...request.headers, [name]: value },
  });
  return [
    { ...request, body: null },
    withHeader('transfer-encoding', 'chunked'),
    withHeader('content-encoding', 'identity'),
    withHeader('content-type', 'Application/JSON'),
    { ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}note=%zz` },
    ...[600, 5000].map((bytes) => ({ ...request, body: `${' '.repeat(bytes)}${request.body}` })),
    { ...request, body: String(request.body).replace('{', `{${notes}`) },
  ];
}

const notes = Array.from({ length: 150 }, (_, at) => `"note${at}":"",`).join('');

/** The Content-Type of a form in several parts. */
export const MULTIPART = 'multipart/form-data; boundary=part';

/** Fields as a form in several parts. */
export function multipartOf(fields: URLSearchParams): string {
  const parts = [...fields].map(
    ([name, value]) => `--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--part--\r\n`;
}

/** A request that names POST, in each place where a framework may look. @param form its login as a form */
export function overridden(request: DirectRequest, form: string): readonly DirectRequest[] {
  const headers = ['x-http-method-override', 'x-http-method', 'x-method-override'].map((name) => ({
    ...request,
    headers: { ...request.headers, [name]: 'POST' },
  }));
  const json = { ...request, body: String(request.body).replace('{', '{"_method":"POST",') };
  const query = { ...request, path: `${request.path}${request.path.includes('?') ? '&' : '?'}_method=POST` };
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const inForm = { ...request, headers: { ...request.headers, ...type }, body: `_method=POST&${form}` };
  return [...headers, json, query, inForm];
}
