/** `20250603-101502`, local time: names of files sort by it. */
export function momentName(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}${two(moment.getMonth() + 1)}${two(moment.getDate())}`;
  return `${day}-${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join('')}`;
}
