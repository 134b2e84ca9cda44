import type { Answering } from './answering.js';
import type { AttachedClient } from './attached-client.js';
import type { HostServices } from './host-services.js';
import * as protocol from './protocol.js';

/** Answers what one client asks about the host itself. */
export function serveLife(
  answering: Answering,
  { life }: Pick<HostServices, 'life'>,
  client: AttachedClient,
): void {
  answering.on0(protocol.helloRequest, () => life.hello());
  answering.on(protocol.introduceRequest, ({ name }) => client.introduce(name));
  answering.on0(protocol.leaveRequest, () => life.leaveWhenAlone());
  answering.on0(protocol.statusRequest, () => life.status());
  answering.on(protocol.stopHostRequest, (params) => life.stop(params));
}
