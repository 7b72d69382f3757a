/** Pictures that make trouble, as merchants upload them; what they are is in the path: `/pictures/odd/<kind>/<product>.jpg`. */
import type { ServerResponse } from 'node:http';
import type { OddPicture } from './world/products.ts';

const WEBP =
  'UklGRowBAABXRUJQVlA4IIABAABwCwCdASpgAGAAPu1wr1CppqQiqr6oWTAdiUAaRj53qxI3bq8+2eAMoILGyApGEtsj06BxtxxUH54xYJCcOe' +
  'qzueCDC4qm+EDLhxn0vFrbgTgAEJqClSJZs+z9IV/GQNOak33AAPzK+hU708Kf0f1J2PWKZHVNpLJVpmSXSEl6OIc+aOCbN6UNlmcpAYtqHM7b' +
  '3JDvquZlEMLYH5FVt1KYMpiHC+eo5azrDdb+PfqsQtpPyD10HQXd5uhxUHBXVd5aR6C/u5DMCl8wYmyOXrgHZ4TUgQZAzgkHADjYzr6ErmvQV5' +
  'WgTn/URRXLOJ8nG0AjNPwo1wYkbR2m/NlxPKHNP+J+jpQ412HRcJvv5gzM21gIePKgxQte9OTwn7w+60B8l81FclNGNAGJ3+kGtcUr51R6M5Tp' +
  'm8noj6uh6g6X9oEPe+BgZD71/8UcYuWgJVl+KipVah7KqKzEWEJgmwXX/f/FRXVrre79n3kd+6nS5gLOPuASN/PFwELMwAAAAAA=';
/** Two frames. */
const GIF =
  'R0lGODlhYABgAIEAAP///zp6wAAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQAKAAAACwAAAAAYABgAAAI/wADCBxIsKDBgwgTKlzIsKHDhx' +
  'AjSpxIsaLFixgzatzIsaPHjyBDihxJsqTJkyhTqlzJsqXLlzBjypxJs6bNmzhz6tzJs6dPhQCCCh0K4KdEokiTFjUKVKlTokwNPp2KNGoAqlir' +
  '/szKdajPrmCD7gxLVuzNsmhtol1bc23amW7ZxozrFibduC/v1m2pFy/LvntVAvabcnDgk4YJm0x8uCRjuYgfl0UpGTLJym8dYyYbeTPYzp65gg' +
  '6NdTTpqaZPO02tOinr1lAXw0b9enbh2Upv49ZaG7bg3V5/AzcrfDff4S6B5zW+3Pfc1jRVtz2tNjROz2Mff01s1LBVvVYJNiQOL5Az+YW0z6tf' +
  'z769+/fw48ufT7++/fv48+vfz7+///8BBAQAIfkEASgAAgAsAAAAAGAAYACB////wDo6AAAAAAAACP8AAwgcSLCgwYMIEypcyLChw4cQI0qcSL' +
  'GixYsYM2rcyLGjx48gQ4ocSbKkyZMoU6pcybKly5cwY8qcSbOmzZs4c+rcybOnT4UCggodKuCnRKJIkxY1ClSpU6JMDT6dijRqAKpYq/7MynWo' +
  'z65gg+4MS1bszbJobaJdW3Nt2plu2caM6xYm3bgv79ZtqRcvy757VQL2m3Jw4JOGCZtMfLgkY7mIH5dFKRkyycpvHWMmG3kz2M6euYIOjXU06a' +
  'mmTztNrTop69ZQF8NG/Xp24dlKb+PWWhu24N1efwM3K3w33+Eugec1vtz33NY0Vbc9rTY0Ts9jH39NbNSwVb1WCTYkDi+QM/mFtM+rX8++vfv3' +
  '8OPLn0+/vv37+PPr38+/v///AQQEADs=';

const HUGE_BYTES = 20_000_000;

export function oddPicture(kind: OddPicture, response: ServerResponse): void {
  switch (kind) {
    case 'missing':
      response.writeHead(404, { 'Content-Length': 0 });
      response.end();
      return;
    case 'huge':
      send(response, 'image/jpeg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(HUGE_BYTES)]));
      return;
    case 'huge_pixels':
      send(response, 'image/png', pngOf(40_000, 40_000));
      return;
    case 'webp':
      // Named jpg and called jpeg, as some of the platform's are.
      send(response, 'image/jpeg', Buffer.from(WEBP, 'base64'));
      return;
    case 'animated':
      send(response, 'image/gif', Buffer.from(GIF, 'base64'));
      return;
    case 'not_a_picture':
      send(response, 'image/jpeg', Buffer.from('<html><body>系统繁忙</body></html>'));
  }
}

function send(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(body);
}

/** The beginning of a picture of so many pixels; nobody should get as far as its end. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  return header;
}
