import { headerOf } from '../../../src/provider/http/call.js';
import { type CkstackDefect, ckstackMutants } from '../support/ckstack.js';
import {
  inForm,
  inHeader,
  inJson,
  inQuery,
  isForm,
  multipartFields,
  servingWhere,
} from '../support/method-override.js';

/** CK-22 and CK-34: methods that few know, methods that are overridden, other media types. */
const DEFECTS: readonly CkstackDefect[] = [
  {
    id: 'query-and-search-like-post',
    clause: 'CK-22',
    wrong: 'The safe methods QUERY and SEARCH are served like POST.',
    options: { methods: ['POST', 'QUERY', 'SEARCH'] },
  },
  {
    id: 'webdav-like-post',
    clause: 'CK-22',
    wrong: 'PROPFIND and LOCK are served like POST.',
    options: { methods: ['POST', 'PROPFIND', 'LOCK'] },
  },
  {
    id: 'override-header-turns-get-into-post',
    clause: 'CK-22',
    wrong: 'GET with X-HTTP-Method-Override: POST is served.',
    options: { methods: ['POST', 'GET'] },
    stages: servingWhere(inHeader('x-http-method-override')),
  },
  {
    id: 'overridden-before-signature',
    clause: 'CK-22',
    wrong: 'SEARCH with POST in X-HTTP-Method or X-Method-Override is a POST, for the signature, too.',
    options: { methods: ['POST', 'SEARCH'] },
    stages: (reference) => ({
      ...servingWhere(inHeader('x-http-method', 'x-method-override'))(reference),
      signatureOf: (call) => reference.signatureOf({ ...call, method: 'POST' }),
    }),
  },
  {
    id: 'method-parameter-turns-get-into-post',
    clause: 'CK-22',
    wrong: 'GET with _method=POST in the query is served.',
    options: { methods: ['POST', 'GET'] },
    stages: servingWhere(inQuery),
  },
  {
    id: 'json-turns-query-into-post',
    clause: 'CK-22',
    wrong: 'QUERY with _method in its JSON is served.',
    options: { methods: ['POST', 'QUERY'] },
    stages: servingWhere(inJson),
  },
  {
    id: 'form-turns-get-into-post',
    clause: 'CK-22',
    wrong: 'GET with _method=POST in a form, and the login with it, is served.',
    options: { methods: ['POST', 'GET'] },
    stages: (reference) => ({
      ...servingWhere(inForm)(reference),
      parse: (text) =>
        text.startsWith('_method=') ? Object.fromEntries(new URLSearchParams(text)) : reference.parse(text),
    }),
  },
  {
    id: 'override-header-turns-put-into-post',
    clause: 'CK-22',
    level: 'SHOULD',
    wrong: 'PUT with X-HTTP-Method-Override: POST is served.',
    options: { methods: ['POST', 'PUT'] },
    stages: servingWhere(inHeader('x-http-method-override')),
  },
  {
    id: 'text-plain-accepted',
    clause: 'CK-34',
    level: 'SHOULD',
    wrong: 'JSON sent as text/plain is served, which a browser may send across origins.',
    stages: ({ isJson }) => ({
      isJson: (call) => isJson(call) || headerOf(call, 'content-type').startsWith('text/plain'),
    }),
  },
  {
    id: 'any-media-type-accepted',
    clause: 'CK-34',
    level: 'SHOULD',
    wrong: 'Content-Type is not looked at.',
    stages: () => ({ isJson: () => true }),
  },
  {
    id: 'form-accepted',
    clause: 'CK-34',
    level: 'SHOULD',
    wrong: 'A form with the same names is served.',
    stages: ({ isJson, parse }) => ({
      isJson: (call) => isJson(call) || isForm(call),
      parse: (text) => (/^\w+=/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : parse(text)),
    }),
  },
  {
    id: 'form-in-parts-accepted',
    clause: 'CK-34',
    level: 'SHOULD',
    wrong: 'A form in several parts is served.',
    stages: ({ isJson, parse }) => ({
      isJson: (call) => isJson(call) || headerOf(call, 'content-type').startsWith('multipart/form-data'),
      parse: (text) => multipartFields(text) ?? parse(text),
    }),
  },
  {
    id: 'other-media-type-is-500',
    clause: 'CK-34',
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

export const MUTANTS = ckstackMutants(DEFECTS);
