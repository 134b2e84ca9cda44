import type { CommandContext } from '../context.js';

/** Gives a model another name. */
export async function renameModel(
  { output, connect }: CommandContext,
  name: string,
  to: string,
): Promise<undefined> {
  await (await connect()).models.rename(name, to);
  output.result({ model: to, before: name }, `${name} is called ${to} now`);
}

/** Puts a model away. */
export async function deleteModel(
  { output, connect }: CommandContext,
  name: string,
): Promise<undefined> {
  await (await connect()).models.remove(name);
  output.result(
    { deleted: name },
    `${name} is deleted; for a week \`digitscope models restore ${name}\` brings it back`,
  );
}

/** Brings a deleted model back. */
export async function restoreModel(
  { output, connect }: CommandContext,
  name: string,
): Promise<undefined> {
  await (await connect()).models.restore(name);
  output.result({ restored: name }, `${name} is back`);
}

/** Chooses the model that is used where none is named, or leaves that to the cards again. */
export async function chooseModel(
  { output, connect }: CommandContext,
  name: string | undefined,
): Promise<undefined> {
  const client = await connect();
  await client.models.choose(name);
  const used = (await client.listModels()).find((model) => 'card' in model && model.preferred);
  output.result(
    { default: used?.name ?? null, chosen: name !== undefined },
    name === undefined
      ? `the cards say again what is used: ${used?.name ?? 'no model'}`
      : `${name} is used where no model is named`,
  );
}
