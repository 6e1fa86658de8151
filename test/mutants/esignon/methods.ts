import { headerOf } from '../../../src/provider/http/call.js';
import { bothProfiles, type EsignonDefect, rows } from '../support/esignon.js';
import {
  inForm,
  inHeader,
  inJson,
  inQuery,
  isForm,
  multipartFields,
  servingWhere,
} from '../support/method-override.js';

/** ES-22 and ES-31: other methods and other media types. */
const DEFECTS: readonly EsignonDefect[] = [
  {
    id: 'put-like-post',
    clause: 'ES-22',
    wrong: 'PUT is served like POST.',
    options: { methods: ['POST', 'PUT'] },
  },
  {
    id: 'every-method-like-post',
    clause: 'ES-22',
    wrong: 'The route does not look at the method.',
    options: { methods: ['POST', 'PUT', 'PATCH', 'DELETE'] },
  },
  {
    id: 'delete-like-post',
    clause: 'ES-22',
    wrong: 'DELETE with a body is served like POST.',
    options: { methods: ['POST', 'DELETE'] },
  },
  {
    id: 'get-with-query-logs-in',
    clause: 'ES-22',
    wrong: 'GET with the credentials in the query is served.',
    onReply: () => (reply, call) => {
      const query = new URLSearchParams(call.target.split('?')[1]);
      const member = call.accounts.esignon.companies
        .flatMap(({ members }) => members)
        .find(({ email }) => email === query.get('memb_email'));
      if (call.method !== 'GET' || member?.password !== query.get('memb_pwd')) return reply;
      const header = { response_code: '1001A', result_code: '00', result_msg: 'ok', session_id: '' };
      const body = { access_token: '5f0e1d2c3b4a59687786a5b4c3d2e1f0', comp_id: call.company };
      return { ...reply, status: 200, body: JSON.stringify({ header, body }) };
    },
  },
  {
    id: 'query-and-search-like-post',
    clause: 'ES-22',
    wrong: 'The safe methods QUERY and SEARCH are served like POST.',
    options: { methods: ['POST', 'QUERY', 'SEARCH'] },
  },
  {
    id: 'webdav-like-post',
    clause: 'ES-22',
    wrong: 'PROPFIND and LOCK are served like POST.',
    options: { methods: ['POST', 'PROPFIND', 'LOCK'] },
  },
  {
    id: 'override-header-turns-get-into-post',
    clause: 'ES-22',
    wrong: 'GET with X-HTTP-Method-Override: POST is served.',
    options: { methods: ['POST', 'GET'] },
    stages: servingWhere(inHeader('x-http-method-override')),
  },
  {
    id: 'other-override-headers-turn-search-into-post',
    clause: 'ES-22',
    wrong: 'SEARCH with POST in X-HTTP-Method or X-Method-Override is served.',
    options: { methods: ['POST', 'SEARCH'] },
    stages: servingWhere(inHeader('x-http-method', 'x-method-override')),
  },
  {
    id: 'method-parameter-turns-get-into-post',
    clause: 'ES-22',
    wrong: 'GET with _method=POST in the query is served.',
    options: { methods: ['POST', 'GET'] },
    stages: servingWhere(inQuery),
  },
  {
    id: 'json-turns-query-into-post',
    clause: 'ES-22',
    wrong: 'QUERY with _method in its JSON is served.',
    options: { methods: ['POST', 'QUERY'] },
    stages: servingWhere(inJson),
  },
  {
    id: 'form-turns-get-into-post',
    clause: 'ES-22',
    wrong: 'GET with _method=POST in a form, and the login with it, is served.',
    options: { methods: ['POST', 'GET'] },
    stages: (reference) => ({
      ...servingWhere(inForm)(reference),
      parse: (text) => {
        if (!text.startsWith('_method=')) return reference.parse(text);
        const { request_code, ...body } = Object.fromEntries(new URLSearchParams(text));
        return { header: { request_code }, body };
      },
    }),
  },
  {
    id: 'override-header-turns-put-into-post',
    clause: 'ES-22',
    level: 'SHOULD',
    wrong: 'PUT with X-HTTP-Method-Override: POST is served.',
    options: { methods: ['POST', 'PUT'] },
    stages: servingWhere(inHeader('x-http-method-override')),
  },
  {
    id: 'lock-is-200',
    clause: 'ES-22',
    level: 'SHOULD',
    wrong: 'Methods that nobody thought of are answered by HTTP 200.',
    onReply: () => (reply, call) =>
      ['LOCK', 'PROPFIND'].includes(call.method) ? { ...reply, status: 200 } : reply,
  },
  {
    id: 'get-is-200',
    clause: 'ES-22',
    level: 'SHOULD',
    wrong: 'GET is answered by HTTP 200 and a hint.',
    onReply: () => (reply, call) => (call.method === 'GET' ? { ...reply, status: 200 } : reply),
  },
  {
    id: 'put-is-500',
    clause: 'ES-22',
    level: 'SHOULD',
    wrong: 'PUT is answered by HTTP 500.',
    onReply: () => (reply, call) => (call.method === 'PUT' ? { ...reply, status: 500 } : reply),
  },
  {
    id: 'delete-is-403',
    clause: 'ES-22',
    level: 'SHOULD',
    wrong: 'Methods other than POST are answered by HTTP 403.',
    stages: rows('method', { status: 403 }),
  },
  {
    id: 'text-plain-accepted',
    clause: 'ES-31',
    level: 'SHOULD',
    wrong: 'JSON sent as text/plain is served, which a browser may send across origins.',
    stages: ({ isJson }) => ({
      isJson: (call) => isJson(call) || headerOf(call, 'content-type').startsWith('text/plain'),
    }),
  },
  {
    id: 'any-media-type-accepted',
    clause: 'ES-31',
    level: 'SHOULD',
    wrong: 'Content-Type is not looked at.',
    stages: () => ({ isJson: () => true }),
  },
  {
    id: 'form-accepted',
    clause: 'ES-31',
    level: 'SHOULD',
    wrong: 'A form with the same names is served.',
    stages: ({ isJson, parse }) => ({
      isJson: (call) => isJson(call) || isForm(call),
      parse: (text) => {
        if (!/^\w+=/.test(text)) return parse(text);
        const { request_code, ...body } = Object.fromEntries(new URLSearchParams(text));
        return { header: { request_code }, body };
      },
    }),
  },
  {
    id: 'form-in-parts-accepted',
    clause: 'ES-31',
    level: 'SHOULD',
    wrong: 'A form in several parts is served.',
    stages: ({ isJson, parse }) => ({
      isJson: (call) => isJson(call) || headerOf(call, 'content-type').startsWith('multipart/form-data'),
      parse: (text) => {
        const fields = multipartFields(text);
        if (fields === null) return parse(text);
        const { request_code, ...body } = fields;
        return { header: { request_code }, body };
      },
    }),
  },
  {
    id: 'other-media-type-is-500',
    clause: 'ES-31',
    level: 'SHOULD',
    wrong: 'A media type that is not known has no parser, which nobody catches.',
    stages: ({ isJson }) => ({
      isJson: (call) => {
        if (!isJson(call)) throw new TypeError('no parser');
        return true;
      },
    }),
  },
];

export const MUTANTS = bothProfiles(DEFECTS);
