// The format `byte`: Base64 with padding (RFC 4648, section 4).

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function isByte(text: string): boolean {
  return base64.test(text);
}
