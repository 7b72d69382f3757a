import { useEffect, useRef, useState } from 'react';
import type { PosterContent } from '../../../shared/poster.ts';
import { Drawing } from '../../poster/drawing.ts';

/** A drawing thread that lives as long as the page part that asked for it. */
export function useDrawing(): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    const opened = new Drawing();
    setDrawing(opened);
    return () => opened.close();
  }, []);
  return drawing;
}

export interface Drawn {
  canvas: React.RefObject<HTMLCanvasElement | null>;
  state: 'drawing' | 'drawn' | 'failed';
  again: () => void;
}

/** Keeps a canvas showing the poster as it is now; while a new one is drawn the last stays. */
export function useDrawn(drawing: Drawing | null, content: PosterContent): Drawn {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<Drawn['state']>('drawing');
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn draws the same once more
  useEffect(() => {
    if (!drawing) return;
    let current = true;
    setState('drawing');
    drawing.show(content).then(
      (bitmap) => {
        const context = current ? canvas.current?.getContext('bitmaprenderer') : null;
        if (!context) return bitmap.close();
        context.transferFromImageBitmap(bitmap);
        setState('drawn');
      },
      () => current && setState('failed'),
    );
    return () => {
      current = false;
    };
  }, [drawing, content, turn]);
  return { canvas, state, again: () => setTurn((now) => now + 1) };
}
