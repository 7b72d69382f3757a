import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useView } from '../state/view.ts';
import '../parts/frames.css';
import '../parts/states.css';
import '../parts/values.css';
import { watchService } from './bridge/service-state.ts';
import { Desk } from './client/connection.ts';
import { DeskProvider } from './client/DeskProvider.tsx';
import { listenForPorts } from './client/port.ts';
import { setUpTexts } from './i18n/setup.ts';
import { hrefOf, useHashLocation, useHashSearch } from './router/hash-location.ts';
import { Shell } from './shell/Shell.tsx';
import { StartGate } from './shell/StartGate.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import './theme/base.css';
import { followView } from './theme/follow-view.ts';

// First of all: the port comes once, soon after this script has begun.
const desk = new Desk();
listenForPorts(desk);

setUpTexts(useView.getState().language);
followView();
watchService();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ThemeProvider>
      <DeskProvider desk={desk}>
        <Router hook={useHashLocation} searchHook={useHashSearch} hrefs={hrefOf}>
          <StartGate>
            <Shell />
          </StartGate>
        </Router>
      </DeskProvider>
    </ThemeProvider>
  </StrictMode>,
);
