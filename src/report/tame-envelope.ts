import { visibleLines } from '../text/escape/lines.js';
import { plainLine } from '../text/escape/plain.js';
import type { Envelope } from './envelope.js';

/** What every viewer shows as text. Anything else (HTML, SVG, logs with colours) it may run or interpret. */
const SHOWN_AS_THEY_ARE = ['text/plain', 'text/csv', 'application/json'];
/** Pictures that hold no script. */
const PICTURES = ['image/png', 'image/jpeg'];
/** Allure's own commands from the steps. */
const ALLURE_MESSAGE = 'application/vnd.allure.message+json';
const LONGEST_ATTACHMENT = 100_000;
const LONGEST_MESSAGE = 20_000;

/**
 * A message with everything in it that a target may have sent made harmless for HTML reports: attachments are
 * plain text, JSON or pictures, bounded, and free of hidden characters, as are the messages of failed steps.
 * (Cucumber's own HTML report puts the text of `this.log` into the page as HTML.)
 */
export function sanitizeEnvelope(envelope: Envelope): Envelope {
  if (envelope.attachment !== undefined) {
    return { ...envelope, attachment: tameAttachment(envelope.attachment) };
  }
  if (envelope.testStepFinished !== undefined) {
    const { testStepFinished } = envelope;
    const { testStepResult } = testStepFinished;
    return {
      ...envelope,
      testStepFinished: { ...testStepFinished, testStepResult: tameResult(testStepResult) },
    };
  }
  return envelope;
}

type Attachment = NonNullable<Envelope['attachment']>;
type StepResult = NonNullable<Envelope['testStepFinished']>['testStepResult'];

function tameAttachment(attachment: Attachment): Attachment {
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
  const isShown = SHOWN_AS_THEY_ARE.includes(mediaType);
  return {
    ...attachment,
    ...nameOf(fileName, isShown ? '' : '.txt'),
    mediaType: isShown ? mediaType : 'text/plain',
    body: visibleLines(attachment.body, LONGEST_ATTACHMENT),
  };
}

/** The name that is shown; where the type was changed, the ending by which a browser judges goes with it. */
function nameOf(fileName: string | undefined, ending: string): { readonly fileName?: string } {
  return fileName === undefined ? {} : { fileName: `${plainLine(fileName, 100) || 'attachment'}${ending}` };
}

function tameResult(result: StepResult): StepResult {
  const { message, exception } = result;
  return {
    ...result,
    ...(message === undefined ? {} : { message: visibleLines(message, LONGEST_MESSAGE) }),
    ...(exception === undefined ? {} : { exception: tameException(exception) }),
  };
}

function tameException(
  exception: NonNullable<StepResult['exception']>,
): NonNullable<StepResult['exception']> {
  const { message, stackTrace } = exception;
  return {
    type: plainLine(exception.type, 100),
    ...(message === undefined ? {} : { message: visibleLines(message, LONGEST_MESSAGE) }),
    ...(stackTrace === undefined ? {} : { stackTrace: visibleLines(stackTrace, LONGEST_MESSAGE) }),
  };
}
