import type { EChartsOption } from 'echarts';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { FONT } from '../../app/theme/tokens.ts';
import { ErrorState } from '../ErrorState.tsx';
import { LoadingState } from '../LoadingState.tsx';
import type { Engine } from './engine.ts';
import './chart.css';

export type ChartOption = EChartsOption;

/** Where in the picture was clicked: places on its axes, and the series hit, or null beside all of them. */
export interface Pick {
  x: number;
  y: number;
  series: number | null;
}

export interface ChartProps {
  /** What the picture shows, in words: screen readers get this and the table beside it. */
  label: string;
  /** With a stable identity (useMemo): each new one is drawn. */
  option: ChartOption;
  /** Pixels, or a length of CSS that follows the window. */
  height: number | string;
  onPick?: (pick: Pick) => void;
  /** Holds the engine while the picture stands, for making a file of it. */
  engine: RefObject<Engine | null>;
}

/** One picture on a canvas. The library comes with the first one; colours come with the option. */
export function Chart({ label, option, height, onPick, engine }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    let gone = false;
    let started: Engine | null = null;
    const observer = new ResizeObserver(() => started?.resize());
    import('./engine.ts').then(
      ({ startEngine }) => {
        if (gone || !box.current) return;
        started = startEngine(box.current);
        engine.current = started;
        listen(
          started,
          (at) => pick.current?.(at),
          () => pick.current !== undefined,
        );
        observer.observe(box.current);
        setReady(true);
      },
      (error: unknown) => setFailure(error),
    );
    return () => {
      gone = true;
      observer.disconnect();
      started?.dispose();
      engine.current = null;
    };
  }, [engine]);

  useEffect(() => {
    if (ready)
      engine.current?.setOption({ animation: false, textStyle: { fontFamily: FONT }, ...option }, { notMerge: true });
  }, [ready, option, engine]);

  if (failure) return <ErrorState error={failure} small />;
  return (
    <div className="ld-picture" style={{ height }}>
      {ready ? null : <LoadingState lines={6} />}
      <div ref={box} className="ld-picture__canvas" role="img" aria-label={label} data-drawn={ready} />
    </div>
  );
}

function listen(engine: Engine, picked: (pick: Pick) => void, wanted: () => boolean): void {
  const placeAt = (x: number, y: number) => {
    if (!engine.containPixel({ gridIndex: 0 }, [x, y])) return null;
    const [across = 0, up = 0] = engine.convertFromPixel({ gridIndex: 0 }, [x, y]);
    return { x: Math.round(across), y: Math.round(up) };
  };
  // Beside a bar its whole column counts: thin bars are hard to hit.
  let hit: number | null = null;
  engine.on('click', (event) => {
    hit = event.seriesIndex ?? null;
  });
  const canvas = engine.getZr();
  canvas.on('click', (event) => {
    const place = placeAt(event.offsetX, event.offsetY);
    // The engine tells what was hit after its canvas has told of the click.
    queueMicrotask(() => {
      if (place) picked({ ...place, series: hit });
      hit = null;
    });
  });
  canvas.on('mousemove', (event) => {
    if (wanted() && placeAt(event.offsetX, event.offsetY)) canvas.setCursorStyle('pointer');
  });
}
