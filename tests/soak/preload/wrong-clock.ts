// Loaded into the program with --import: the machine's clock is wrong by `seconds`.
const millis = Number(new URL(import.meta.url).searchParams.get('seconds')) * 1000;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: [], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + millis] : args, newTarget),
  apply: () => new RealDate(RealDate.now() + millis).toString(),
  get: (target, key) => (key === 'now' ? () => target.now() + millis : Reflect.get(target, key)),
});
