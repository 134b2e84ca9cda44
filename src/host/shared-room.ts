/** Memory that several share: whoever would take more than is left gets none. */
export class SharedRoom {
  readonly #size: number;
  readonly #taken = new Map<object, number>();
  #total = 0;

  /** @param size bytes */
  constructor(size: number) {
    this.#size = size;
  }

  /** Says how much somebody takes now, in place of what they took before. */
  take(who: object, bytes: number): 'taken' | 'full' {
    const total = this.#total - (this.#taken.get(who) ?? 0) + bytes;
    if (total > this.#size) return 'full';
    this.#total = total;
    this.#taken.set(who, bytes);
    return 'taken';
  }

  leave(who: object): void {
    this.#total -= this.#taken.get(who) ?? 0;
    this.#taken.delete(who);
  }
}
