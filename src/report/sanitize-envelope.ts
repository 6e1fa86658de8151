import { visibleLines } from '../text/escape/lines.js';
import { plainLine } from '../text/escape/plain.js';
import type { Envelope } from './envelope.js';

/** Types that every viewer shows as text; others (HTML, SVG, logs with colours) might be interpreted. */
const TEXTS = ['text/plain', 'text/csv', 'application/json'];
/** Picture types that cannot contain scripts. */
const PICTURES = ['image/png', 'image/jpeg'];
/** Allure's own messages. */
const ALLURE_MESSAGE = 'application/vnd.allure.message+json';
const LONGEST_ATTACHMENT = 100_000;
const LONGEST_MESSAGE = 20_000;

/**
 * Makes whatever a target may have sent harmless in HTML reports: attachments become plain text, JSON or pictures; they
 * and the messages of failed steps are bounded and free of hidden characters. (Cucumber's HTML report inserts the text
 * of `this.log` as HTML.)
 */
export function sanitizeEnvelope(envelope: Envelope): Envelope {
  if (envelope.attachment !== undefined) {
    return { ...envelope, attachment: sanitizeAttachment(envelope.attachment) };
  }
  if (envelope.testStepFinished !== undefined) {
    const { testStepFinished } = envelope;
    const { testStepResult } = testStepFinished;
    return {
      ...envelope,
      testStepFinished: { ...testStepFinished, testStepResult: sanitizeResult(testStepResult) },
    };
  }
  return envelope;
}

type Attachment = NonNullable<Envelope['attachment']>;
type StepResult = NonNullable<Envelope['testStepFinished']>['testStepResult'];

function sanitizeAttachment(attachment: Attachment): Attachment {
  const { fileName, mediaType } = attachment;
  if (mediaType === ALLURE_MESSAGE) return attachment;
  if (attachment.contentEncoding === 'BASE64') {
    const isPicture = PICTURES.includes(mediaType);
    return {
      ...attachment,
      ...nameOf(fileName, isPicture ? '' : '.bin'),
      mediaType: isPicture ? mediaType : 'application/octet-stream',
    };
  }
  const isShown = TEXTS.includes(mediaType);
  return {
    ...attachment,
    ...nameOf(fileName, isShown ? '' : '.txt'),
    mediaType: isShown ? mediaType : 'text/plain',
    body: visibleLines(attachment.body, LONGEST_ATTACHMENT),
  };
}

/** The name as it is shown, with the extension of the type where that was changed: browsers go by it. */
function nameOf(fileName: string | undefined, ending: string): { readonly fileName?: string } {
  return fileName === undefined ? {} : { fileName: `${plainLine(fileName, 100) || 'attachment'}${ending}` };
}

function sanitizeResult(result: StepResult): StepResult {
  const { message, exception } = result;
  return {
    ...result,
    ...(message === undefined ? {} : { message: visibleLines(message, LONGEST_MESSAGE) }),
    ...(exception === undefined ? {} : { exception: sanitizeException(exception) }),
  };
}

function sanitizeException(
  exception: NonNullable<StepResult['exception']>,
): NonNullable<StepResult['exception']> {
  const { message, stackTrace } = exception;
  return {
    type: plainLine(exception.type, 100),
    ...(message === undefined ? {} : { message: visibleLines(message, LONGEST_MESSAGE) }),
    ...(stackTrace === undefined ? {} : { stackTrace: visibleLines(stackTrace, LONGEST_MESSAGE) }),
  };
}
