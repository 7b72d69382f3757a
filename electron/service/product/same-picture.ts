/** Whether two addresses are of one picture. The stand-in on this machine has another port after each start. */
export function samePicture(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && withoutPort(one) === withoutPort(other));
}

function withoutPort(address: string): string {
  return address.replace(/^(http:\/\/127\.0\.0\.1):\d+\//, '$1/');
}
