export {
  isStreamed,
  type AttachmentContent,
  type ByteSource,
  type MessageContent,
  type StoredProperty,
  type StreamedProperty,
} from './message-content.ts';
