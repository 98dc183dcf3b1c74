import type { Frame } from '../../shared/protocol.ts';

/** A frame as it goes over the wire: as socket.io text, and as the bytes of a finished WebSocket message. */
export type EncodedFrame = { text: string; options: { compress: false; wsPreEncodedFrame: [Buffer] } };

/** Header of one unmasked text message (RFC 6455, 5.2). */
function headerOf(length: number): Buffer {
  const finalText = 0x81;
  if (length < 126) return Buffer.from([finalText, length]);
  if (length < 65_536) return Buffer.from([finalText, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header[0] = finalText;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/** Frames that are still to be had; forgotten together with them. */
const encoded = new WeakMap<Frame, EncodedFrame>();

/**
 * Encodes a frame once for all who will ever get it: a thousand screens that come back within a second cost one
 * `JSON.stringify`. (socket.io's own broadcast encodes once per call, and walks the whole frame in search of binary parts.)
 */
export function encodeFrame(frame: Frame): EncodedFrame {
  const known = encoded.get(frame);
  if (known) return known;
  // socket.io protocol 5: an event ("2") in the main namespace. engine.io puts its own "4" (message) before it.
  const text = `2${JSON.stringify(['frame', frame])}`;
  const payload = Buffer.from(`4${text}`);
  // Header and payload in one piece: one plain write per screen instead of a gathering one.
  const message = Buffer.concat([headerOf(payload.length), payload]);
  const made: EncodedFrame = { text, options: { compress: false, wsPreEncodedFrame: [message] } };
  encoded.set(frame, made);
  return made;
}
