import type { Page } from 'playwright';
import type { startSandbox } from '../../electron/sandbox/server.ts';

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** Makes an institution of the stand-in's credentials, and works as it. */
export async function connectTo(page: Page, sandbox: Sandbox): Promise<void> {
  await page.evaluate(
    async ([url, appId, secret]) => {
      const added = await window.leagueDesk.setCredentials({
        name: '晨光机构',
        appId: appId!,
        secret: secret!,
        baseUrl: url!,
        keepUnprotected: true,
      });
      if (added.ok) await window.leagueDesk.switchInstitution(added.data.institutionId);
    },
    [sandbox.url, sandbox.appId, sandbox.secret],
  );
  await page.getByText('晨光机构').first().waitFor();
}
