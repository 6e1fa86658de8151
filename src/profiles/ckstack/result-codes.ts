export const SUCCESS_CODE = 'S000001';

/** The codes that the document has, and what they mean; its table of failures is in a page that we do not have. */
export const RESULT_CODES: readonly (readonly [code: string, meaning: string])[] = [
  [SUCCESS_CODE, 'success; any other code is a failure'],
];
