import { isObject } from '../slack-object.ts';
import type { LimitReport } from './limit-report.ts';

/** Slack names the error, not the size; small on purpose, so that an app that stays below it is safe. */
export const largestMetadataBytes = 16_000;

/** https://docs.slack.dev/messaging/message-metadata */
export function checkMetadata(report: LimitReport, metadata: unknown): void {
  if (!isObject(metadata)) {
    report.add('/metadata', 'must be an object', 'invalid_metadata_format');
    return;
  }
  // An empty object takes the metadata off; `entities` may stand by itself (Work Objects).
  const isEvent = Object.keys(metadata).some((field) => field !== 'entities');
  if (isEvent && typeof metadata.event_type !== 'string') {
    report.add('/metadata/event_type', 'must be a string', 'invalid_metadata_format');
  }
  if (isEvent && !isObject(metadata.event_payload)) {
    report.add('/metadata/event_payload', 'must be an object', 'invalid_metadata_format');
  }
  const bytes = Buffer.byteLength(JSON.stringify(metadata));
  if (bytes > largestMetadataBytes) {
    report.add(
      '/metadata',
      `must be at most ${largestMetadataBytes} bytes, has ${bytes}`,
      'metadata_too_large',
    );
  }
}
