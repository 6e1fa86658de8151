/** The Content-Type of a form as browsers send it by default. */
export const FORM_TYPE = 'application/x-www-form-urlencoded';

const BOUNDARY = 'token-assay-form-boundary';

/** The Content-Type of {@link multipartForm}. */
export const MULTIPART_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form in several parts (RFC 7578), as browsers send one with files. */
export function multipartForm(fields: readonly (readonly [name: string, value: string])[]): string {
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}
