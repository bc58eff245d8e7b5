import { expect, test } from 'vitest';
import { notificationType, notify } from './rops/notification.ts';
// Notifications of the mock's own, with the fields that Microsoft's Office Inspectors for Fiddler found in them.
import vectors from './vectors/microsoft-notifications.json' with { type: 'json' };

const message = 0x8000;

test.each(vectors)(
  'a notification is read as Microsoft reads it, and written again byte for byte: $bytes',
  (vector) => {
    const bytes = Uint8Array.from(Buffer.from(vector.bytes, 'hex'));
    const decoded = notify.decode(bytes);
    const fields = new Map(vector.fields.map(([name, value]) => [name, value]));
    const { type, object, old, parentId } = decoded.notification;
    expect(decoded).toMatchObject({ handle: fields.get('NotificationHandle'), logonId: fields.get('LogonId') });
    expect(type | (object?.messageId === undefined ? 0 : message)).toBe(fields.get('NotificationType'));
    const ids = [object?.folderId, object?.messageId, parentId, old?.folderId, old?.messageId, old?.parentId];
    const found = vector.fields.filter(([name]) => name === 'ReplicaId');
    expect(ids.filter((id) => id !== undefined)).toHaveLength(found.length);
    expect(notify.encode(decoded)).toEqual(bytes);
  },
);

test('every kind of change of an object is among them', () => {
  const types = new Set(vectors.map(({ bytes }) => notify.decode(Buffer.from(bytes, 'hex')).notification.type));
  const { newMail, created, deleted, modified, moved, copied } = notificationType;
  expect([newMail, created, deleted, modified, moved, copied].filter((type) => !types.has(type))).toEqual([]);
});
