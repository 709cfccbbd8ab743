// The models a page uses, each written at build time as real code and registered by its own script.
const models = new Map();

export function register(model) {
  models.set(model.id, model);
}

export function model(id) {
  const found = models.get(id);
  if (!found) throw new Error(`this page carries no model ${id}`);
  return found;
}
