import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Credentials, Institution, Language, SecretKept } from '../../shared/bridge.ts';
import { seal, unseal } from './secret-box.ts';
import type { InstitutionRecord, Settings } from './settings.ts';

export const demoId = 'demo';
const demoNames: Record<Language, string> = { 'zh-CN': '演示机构', en: 'Demo institution' };

const credentialText = z.object({ appId: z.string(), secret: z.string() });
type AppCredentials = z.infer<typeof credentialText>;

/** The institutions this program knows, each with a data folder of its own; their credentials sealed. */
export class Institutions {
  readonly #settings: Settings;
  readonly #folder: string;
  readonly #forSession = new Map<string, AppCredentials>();
  readonly #feedForSession = new Map<string, string>();

  constructor(settings: Settings, folder: string) {
    this.#settings = settings;
    this.#folder = folder;
  }

  list(): Institution[] {
    const { institutions, language } = this.#settings.values;
    const demo: Institution = { id: demoId, name: demoNames[language], demo: true, appId: null };
    const own = institutions.map(({ id, name }) => ({
      id,
      name,
      demo: false,
      appId: this.credentials(id)?.appId ?? null,
    }));
    return [demo, ...own];
  }

  current(): Institution {
    const all = this.list();
    return all.find(({ id }) => id === this.#settings.values.currentInstitution) ?? all[0]!;
  }

  /** False when there is none of that name. */
  choose(id: string): boolean {
    if (!this.list().some((one) => one.id === id)) return false;
    this.#settings.change({ currentInstitution: id });
    return true;
  }

  dataFolder(id: string): string {
    const folder = join(this.#folder, 'institutions', id);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  baseUrl(id: string): string | null {
    return this.#record(id)?.baseUrl ?? null;
  }

  credentials(id: string): AppCredentials | null {
    const known = this.#forSession.get(id);
    if (known) return known;
    const sealed = this.#record(id)?.credentials;
    const text = sealed && unseal(sealed);
    if (!text) return null;
    const parsed = credentialText.parse(JSON.parse(text));
    // A key store may ask the user each time; once per session is enough.
    this.#forSession.set(id, parsed);
    return parsed;
  }

  secretKept(id: string): SecretKept | null {
    if (!this.credentials(id)) return null;
    return this.#record(id)?.credentials?.kept ?? 'session';
  }

  setCredentials({ name, appId, secret, baseUrl, keepUnprotected }: Credentials): {
    institutionId: string;
    secretKept: SecretKept;
  } {
    const institutionId = idOf(appId);
    const credentials = seal(JSON.stringify({ appId, secret } satisfies AppCredentials), keepUnprotected ?? false);
    const record: InstitutionRecord = { id: institutionId, name, baseUrl: baseUrl ?? null, credentials };
    const others = this.#settings.values.institutions.filter(({ id }) => id !== institutionId);
    this.#settings.change({ institutions: [...others, record] });
    this.#forSession.set(institutionId, { appId, secret });
    return { institutionId, secretKept: credentials?.kept ?? 'session' };
  }

  /** The key its feed is signed with; null where there is none, or it has to be entered again. */
  feedSecret(id: string): string | null {
    const known = this.#feedForSession.get(id);
    if (known !== undefined) return known;
    const sealed = this.#settings.values.feedSecrets[id];
    return sealed ? unseal(sealed) : null;
  }

  /** Kept as the institution's own secret is: without protection only where staff chose that for it. */
  keepFeedSecret(id: string, secret: string | null): void {
    if (secret === null) this.#feedForSession.delete(id);
    else this.#feedForSession.set(id, secret);
    const unprotected = this.#record(id)?.credentials?.kept === 'unprotected';
    const sealed = secret === null ? null : seal(secret, unprotected);
    const { [id]: _before, ...others } = this.#settings.values.feedSecrets;
    this.#settings.change({ feedSecrets: sealed ? { ...others, [id]: sealed } : others });
  }

  #record(id: string): InstitutionRecord | undefined {
    return this.#settings.values.institutions.find((one) => one.id === id);
  }
}

/** From the AppID, so that entering the same one again finds its data also where the AppID itself was not kept. */
function idOf(appId: string): string {
  return createHash('sha256').update(appId).digest('hex').slice(0, 16);
}
