/** True where a name can be a model's, and so a folder's on any system. */
export function isModelName(name: string): boolean {
  return /^\w[\w.-]*$/.test(name);
}
